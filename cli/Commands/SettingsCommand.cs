using System.CommandLine;
using System.Text.Json.Nodes;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Rendering;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa settings</c>: what a front end signs in with, from a deployed stack.</summary>
internal static class SettingsCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var application = new Argument<string>("application")
        {
            Description = "The application's name in the stack file.",
            HelpName = "APPLICATION",
        };
        var stack = new Option<string>("--stack")
        {
            Description = "A stack that is deployed.",
            HelpName = "STACK",
            Required = true,
        };
        var baseUri = new Option<string>("--base-uri")
        {
            Description = "Where the front end is served. Default: the first place of the application.",
            HelpName = "URI",
        };
        var format = new Option<string>("--format")
        {
            Description = "env for a .env file, json, js for a module. Default: what --for reads, or env.",
        }.AcceptOnlyFromAmong("env", "json", "js");
        var tool = new Option<string>("--for")
        {
            Description =
                "What reads the settings: variables with the tool's prefix, environment.ts for angular, "
                + "appsettings.json for blazor.",
        }.AcceptOnlyFromAmong(FrontEndSettings.Tools);
        var prefix = new Option<string>("--prefix")
        {
            Description = "A prefix of your own for the variables of a .env file.",
            HelpName = "PREFIX",
        };
        var command = new Command(
            "settings",
            """
            Prints what an application's front end signs in with: issuer, client id, redirect URIs
            and scopes, none of them a secret. They are outputs of the stack, asked of pulumi.

            Examples:
              okta-spa settings storefront --stack dev > .env
              okta-spa settings storefront --stack dev --for vite > .env.local
              okta-spa settings storefront --stack dev --for angular > src/environments/environment.ts
              okta-spa settings storefront --stack dev --base-uri https://shop.example.com
              okta-spa settings storefront --stack prod --format js > okta.js
            """
        )
        {
            application,
            stack,
            baseUri,
            format,
            tool,
            prefix,
        };
        command.Validators.Add(result =>
        {
            var given = new Option<string>[] { format, tool, prefix };
            var named = given.Where(option => result.GetValue(option) is not null).ToList();
            // env is what a prefix and most tools mean anyway.
            if (result.GetValue(format) == "env")
                named.Remove(format);
            if (named.Count > 1)
                result.AddError($"{Text.And([.. named.Select(option => option.Name)])} do not go together.");
        });
        command.SetAction(
            async (parsed, _) =>
            {
                var project = surroundings.FindProject(terminal.Error);
                var (name, of) = (parsed.GetValue(application)!, parsed.GetValue(stack)!);
                var outputs = await DeployedStacks.OutputsAsync(
                    new(surroundings.Pulumi, project.Root),
                    project.Name,
                    of
                );
                var own = Of(outputs, name, of);
                var authJs = parsed.GetValue(baseUri) is { } place
                    ? FrontEndSettings.At(own, place)
                    : own["authJs"]!.AsObject();
                await terminal.Out.WriteAsync(
                    parsed.GetValue(format) switch
                    {
                        "json" => FrontEndSettings.Json(authJs),
                        "js" => FrontEndSettings.JavaScript(authJs),
                        _ when parsed.GetValue(prefix) is { } begin => FrontEndSettings.Env(authJs, begin),
                        _ => FrontEndSettings.For(authJs, parsed.GetValue(tool) ?? FrontEndSettings.Tools[0]),
                    }
                );
                return ExitCode.Fine;
            }
        );
        return command;
    }

    private static JsonObject Of(JsonObject outputs, string application, string stack)
    {
        var applications = outputs
            .Where(output => (output.Value as JsonObject)?["authJs"] is JsonObject)
            .ToDictionary(output => output.Key, output => output.Value!.AsObject());
        if (applications.Count == 0)
            throw new UsageException(
                $"Stack {stack} has no outputs of an application: deploy it first, by pulumi up --stack {stack}."
            );
        return applications.GetValueOrDefault(application)
            ?? throw UsageException.Missing(
                $"There is no application {application} in what stack {stack} has deployed.",
                application,
                applications.Keys
            );
    }
}
