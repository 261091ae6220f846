using System.CommandLine;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa schema</c>: the JSON schema of stack files, made from the types that read them.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var command = new Command(
            "schema",
            """
            Prints the JSON schema of a stack file, which editors complete and check with.

            Example:
              okta-spa schema > okta-spa.schema.json
            """
        );
        command.SetAction(_ =>
        {
            terminal.Out.WriteLine(StackSchema.Create(surroundings.FindProject(terminal.Error).Name));
            return ExitCode.Fine;
        });
        return command;
    }
}
