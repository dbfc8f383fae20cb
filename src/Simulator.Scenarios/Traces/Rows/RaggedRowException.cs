namespace Simulator.Scenarios.Traces.Rows;

/// <summary>One row cannot be read; those after it may be.</summary>
internal sealed class RaggedRowException(long row, string sentence) : Exception(sentence)
{
    public long Row => row;
}
