using System.CommandLine;
using System.Text.Json.Nodes;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;

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
        var format = new Option<string>("--format")
        {
            Description = "env for a .env file, json, js for a module.",
            DefaultValueFactory = _ => "env",
        }.AcceptOnlyFromAmong("env", "json", "js");
        var tool = new Option<string>("--for")
        {
            Description = "What reads the .env file: vite and next take variables with their prefix only.",
            DefaultValueFactory = _ => "plain",
        }.AcceptOnlyFromAmong(FrontEndSettings.Tools);
        var command = new Command(
            "settings",
            """
            Prints what an application's front end signs in with: issuer, client id, redirect URIs
            and scopes, none of them a secret. They are outputs of the stack, asked of pulumi.

            Examples:
              okta-spa settings storefront --stack dev > .env
              okta-spa settings storefront --stack dev --for vite > .env.local    VITE_OKTA_CLIENT_ID=…
              okta-spa settings storefront --stack prod --format js > okta.js     import settings from './okta.js'; new OktaAuth(settings)
            """
        )
        {
            application,
            stack,
            format,
            tool,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var project = Project.Find(terminal.Error);
                var (name, of) = (parsed.GetValue(application)!, parsed.GetValue(stack)!);
                var authJs = AuthJs(
                    await DeployedStacks.OutputsAsync(new(surroundings.Pulumi, project.Root), project.Name, of),
                    name,
                    of
                );
                await terminal.Out.WriteAsync(
                    parsed.GetValue(format) switch
                    {
                        "json" => FrontEndSettings.Json(authJs),
                        "js" => FrontEndSettings.JavaScript(authJs),
                        _ => FrontEndSettings.Env(authJs, parsed.GetValue(tool)!),
                    }
                );
                return ExitCode.Fine;
            }
        );
        return command;
    }

    private static JsonObject AuthJs(JsonObject outputs, string application, string stack)
    {
        var applications = outputs
            .Where(output => (output.Value as JsonObject)?["authJs"] is JsonObject)
            .ToDictionary(output => output.Key, output => output.Value!["authJs"]!.AsObject());
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
