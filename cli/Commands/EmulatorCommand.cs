using System.CommandLine;
using System.Globalization;
using OktaSpa.Emulator;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa emulator</c>: an Okta organization in memory.</summary>
internal static class EmulatorCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; 0 is any free one.",
            DefaultValueFactory = _ => 8099,
            HelpName = "PORT",
        };
        var seed = new Option<string>("--seed")
        {
            Description = "What the organization begins with, and whom it lets in: a JSON file.",
            HelpName = "FILE",
        };
        var command = new Command(
            "emulator",
            """
            An Okta organization in memory, on this machine only, until Ctrl-C: to try a stack
            against, with no Okta tenant. Open its address in a browser to see what is in it.

            Examples:
              okta-spa emulator
              okta-spa emulator --seed organization.json
              OKTA_HTTP_PROXY=http://127.0.0.1:8099 OKTA_API_TOKEN=any pulumi up --stack dev
            """
        )
        {
            port,
            seed,
        };
        port.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && (
                    !int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number)
                    || number is < 0 or > 65535
                )
            )
                result.AddError("A port is a number from 0 to 65535.");
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var file = parsed.GetValue(seed);
                var start = file is null ? null : Read(file);
                await using var emulator = await StartAsync(start, file, parsed.GetValue(port), cancellation);
                if (start is { LetsAnybodyIn: false })
                    await terminal.Error.WriteLineAsync(
                        "Nobody is let in: the seed lists no apiTokens, accessTokens or serviceApps."
                    );
                await terminal.Out.WriteLineAsync(
                    $"Okta emulator at {emulator.Address.GetLeftPart(UriPartial.Authority)} - set OKTA_HTTP_PROXY to it; Ctrl-C ends it."
                );
                await terminal.Out.FlushAsync(cancellation);
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellation);
                }
                catch (OperationCanceledException) { }
                return ExitCode.Fine;
            }
        );
        return command;
    }

    private static Seed Read(string file)
    {
        if (!File.Exists(file))
            throw new UsageException($"There is no file {file}.");
        try
        {
            return Seed.Parse(File.ReadAllText(file));
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{file}: {exception.Message}");
        }
    }

    private static async Task<OktaEmulator> StartAsync(
        Seed? seed,
        string? file,
        int port,
        CancellationToken cancellation
    )
    {
        try
        {
            return await OktaEmulator.StartAsync(seed, port, cancellation: cancellation);
        }
        catch (IOException)
        {
            throw new UsageException($"Port {port} is taken; give another one with --port, or 0 for any free one.");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{file}: {exception.Message}");
        }
    }
}
