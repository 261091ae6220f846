using System.Text;
using OktaSpa.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await Application.RunAsync(args, new Terminal(Console.Out, Console.Error));
