using System.Text;
using OktaSpa.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// https://no-color.org
var hasColor = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
return await CommandLine.RunAsync(args, new Terminal(Console.Out, Console.Error, hasColor));
