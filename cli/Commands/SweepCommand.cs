using System.CommandLine;
using OktaSpa.Cli.Engine;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa sweep</c>: destroys what closed pull requests left behind.</summary>
internal static class SweepCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var open = new Option<string>("--open")
        {
            Description = "Numbers of the pull requests that are open; - reads them from standard input.",
            HelpName = "12,15 | -",
        };
        var noneOpen = new Option<bool>("--none-open") { Description = "Say that no pull request is open." };
        var organization = new Option<string>("--organization")
        {
            Description = "The organization in Pulumi Cloud. Default: the one that pulumi takes.",
            HelpName = "NAME",
        };
        var yes = new Option<bool>("--yes") { Description = "Destroy. Without it, only say what would be destroyed." };
        var command = new Command(
            "sweep",
            """
            Destroys and removes the environments of pull requests that are no longer open: stacks
            of this project named pr-NUMBER in pulumi's current backend, never another one.

            An empty list of numbers is refused, so that a query that failed sweeps nothing.

            Examples:
              okta-spa sweep --open 12,15                   a dry run: all but pr-12 and pr-15
              okta-spa sweep --open 12,15 --yes             destroy them
              okta-spa sweep --none-open --yes              all of them
              gh pr list --json number --jq '.[].number' --limit 1000 | okta-spa sweep --open - --yes
            """
        )
        {
            open,
            noneOpen,
            organization,
            yes,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var numbers = Numbers(parsed.GetValue(open), parsed.GetValue(noneOpen), terminal.In);
                var project = surroundings.FindProject(terminal.Error);
                var engine = new PulumiCli(surroundings.Pulumi, project.Root);
                var stacks = await DeployedStacks.ListAsync(engine, project.Name, parsed.GetValue(organization));
                var environments = stacks.Where(stack => PullRequest.OfStack(stack.Name) is not null).ToList();
                var left = environments
                    .Where(stack => !numbers.Contains(PullRequest.OfStack(stack.Name)!.Number))
                    .ToList();
                foreach (var stack in environments.Except(left))
                    await terminal.Out.WriteLineAsync($"{stack.FullName} stays: its pull request is open");
                foreach (var stack in left.Where(stack => stack.IsUpdating))
                    await terminal.Out.WriteLineAsync($"{stack.FullName} is skipped: an update of it is running");
                left.RemoveAll(stack => stack.IsUpdating);
                return parsed.GetValue(yes)
                    ? await DestroyAsync(engine, left, terminal, cancellation)
                    : await ShowAsync(left, terminal);
            }
        );
        return command;
    }

    private static HashSet<string> Numbers(string? open, bool noneOpen, TextReader input)
    {
        if (open is null && !noneOpen)
            throw new UsageException(
                "Say which pull requests are open, with --open 12,15, or that none is, with --none-open."
            );
        var words = (open == "-" ? input.ReadToEnd() : open ?? "").Split(
            [',', ' ', '\t', '\r', '\n'],
            StringSplitOptions.RemoveEmptyEntries
        );
        if (words.FirstOrDefault(word => PullRequest.OfStack($"pr-{word}") is null) is { } wrong)
            throw new UsageException(
                $"{Text.Quote(wrong)} is not the number of a pull request. Write numbers with commas between them, as in --open 12,15."
            );
        return (words.Length == 0, noneOpen) switch
        {
            (true, false) => throw new UsageException(
                "The list of open pull requests is empty. If that is so, say --none-open; else what made the list has failed."
            ),
            (false, true) => throw new UsageException("--none-open contradicts --open. Keep one of them."),
            _ => [.. words],
        };
    }

    private static async Task<int> ShowAsync(List<DeployedStack> left, Terminal terminal)
    {
        foreach (var stack in left)
            await terminal.Out.WriteLineAsync(
                $"{stack.FullName} would be destroyed{(stack.Resources is { } count ? $": {Text.Count(count, "resource")}" : "")}"
            );
        await terminal.Out.WriteLineAsync(
            left.Count == 0
                ? "Nothing is left over."
                : $"A dry run: nothing was destroyed. --yes destroys {Text.Count(left.Count, "stack")}."
        );
        return ExitCode.Fine;
    }

    // From a fresh checkout, too: for a stack without a file, pulumi takes the provider's settings and the encryption
    // from its state.
    private static async Task<int> DestroyAsync(
        PulumiCli engine,
        List<DeployedStack> left,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var failed = new List<string>();
        var destroyed = 0;
        foreach (var stack in left.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            await terminal.Error.WriteLineAsync($"okta-spa: destroying {stack.FullName}…");
            var done =
                await engine.RunAsync(
                    terminal.Error,
                    "destroy",
                    "--yes",
                    "--skip-preview",
                    "--remove",
                    "--suppress-progress",
                    "--stack",
                    stack.FullName
                )
                is null;
            await terminal.Out.WriteLineAsync(
                done
                    ? $"{stack.FullName} is destroyed and removed"
                    : $"{stack.FullName} could not be destroyed; the reason stands above"
            );
            if (done)
                destroyed++;
            else
                failed.Add(stack.FullName);
        }
        var untouched = left.Count - destroyed - failed.Count;
        await terminal.Out.WriteLineAsync(
            left.Count == 0
                ? "Nothing is left over."
                : $"{Text.Count(destroyed, "stack")} destroyed, {failed.Count} failed{(failed.Count == 0 ? "" : $" ({string.Join(", ", failed)})")}{(untouched == 0 ? "" : $", {untouched} not begun")}."
        );
        return failed.Count + untouched == 0 ? ExitCode.Fine : ExitCode.Unexpected;
    }
}
