namespace Simulator.Cli.Output;

/// <summary>Who reads what a verb prints.</summary>
internal enum RunOutput
{
    Text,
    Quiet,
    Json,
}
