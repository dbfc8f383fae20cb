namespace Simulator.Api.Documents;

/// <summary>What a file may ask for, so that no input can exhaust the machine.</summary>
internal sealed class SourceLimits
{
    public const int BytesMax = 16 * 1024 * 1024;

    public const int NodesMax = 1_000_000;

    public const int DepthMax = 100;

    private int _nodes;

    /// <summary>Counts nodes, those behind an alias once for each use.</summary>
    /// <exception cref="SourceException">Too many.</exception>
    public void Count(int nodes, int line, int column)
    {
        _nodes += nodes;
        if (_nodes > NodesMax)
        {
            throw new SourceException(
                line, column, "the file has more than 1,000,000 nodes (aliases expanded); allowed are at most 1,000,000");
        }
    }

    /// <exception cref="SourceException">Too deep.</exception>
    public static void CheckDepth(int depth, int line, int column)
    {
        if (depth > DepthMax)
        {
            throw new SourceException(line, column, "the document is nested more than 100 levels deep; allowed are at most 100");
        }
    }
}
