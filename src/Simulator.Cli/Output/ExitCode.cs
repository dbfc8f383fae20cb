namespace Simulator.Cli.Output;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>An expectation, a comparison or a recording was missed.</summary>
    public const int Missed = 1;

    /// <summary>The files or the command line are wrong.</summary>
    public const int WrongInput = 2;

    public const int Bug = 3;

    /// <summary>Ctrl-C, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
