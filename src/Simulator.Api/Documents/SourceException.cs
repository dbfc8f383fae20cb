namespace Simulator.Api.Documents;

/// <summary>Ends the reading of one file; becomes a diagnostic before it leaves this folder.</summary>
internal sealed class SourceException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
