using Simulator.Cli;

namespace Simulator.Serve.Tests;

/// <summary>Runs the program in this process.</summary>
internal static class CommandLine
{
    public readonly record struct Answer(int ExitCode, string Out, string Error);

    public static Answer Run(params string[] args)
    {
        using var @out = new StringWriter();
        using var error = new StringWriter();
        var code = CliProgram.Invoke(args, @out, error);
        return new Answer(code, @out.ToString(), error.ToString());
    }
}
