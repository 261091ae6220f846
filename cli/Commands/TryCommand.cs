using System.CommandLine;
using System.Text.Json;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Rendering;
using OktaSpa.Emulator;

namespace OktaSpa.Cli.Commands;

/// <summary>
/// <c>okta-spa try</c>: a stack deployed for real, to an organization that is there as long as the command runs.
/// </summary>
internal static class TryCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var stack = new Argument<string>("stack")
        {
            Description = "A stack by name, or a stack file by path.",
            HelpName = "STACK | FILE",
            DefaultValueFactory = _ => "dev",
        };
        var command = new Command(
            "try",
            """
            Deploys a stack with the real pulumi and the real Okta provider to an Okta organization
            in memory, shows the outputs, and keeps it until Ctrl-C. Then it destroys all.

            No Okta tenant, no credentials, no login: nothing of yours is read but the stack file,
            and nothing is left behind.

            Examples:
              okta-spa try            the dev stack
              okta-spa try pr-7       the environment of a pull request
            """
        )
        {
            stack,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (!surroundings.HasPackages)
                    throw new EngineException(
                        "this was built against stand-ins for Pulumi's packages, which cannot deploy, since no package source had them. Where one has, PulumiSdk=packages makes okta-spa take them."
                    );
                var project = surroundings.FindProject(terminal.Error);
                var file = project.Read([parsed.GetValue(stack)!]).Single();
                if (file.Settings is not { } settings)
                {
                    terminal.Console.RenderProblems(file.Problems);
                    return ExitCode.Problems;
                }
                await using var organization = await OktaEmulator.StartAsync(
                    TrialSeed.Of(settings),
                    cancellation: cancellation
                );
                await using var trial = new Trial(
                    surroundings,
                    project.Name,
                    file,
                    organization.Address,
                    terminal.Error
                );
                var outputs = await trial.UpAsync();
                await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(outputs, JsonFormat.Options));
                await terminal.Out.WriteLineAsync(
                    $"The organization is at {organization.Address} - open it in a browser. Ctrl-C destroys all."
                );
                await terminal.Out.FlushAsync(CancellationToken.None);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return ExitCode.Fine;
            }
        );
        return command;
    }
}
