namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// Nodes that have something in common for good: few as a list of ranks, many as bits, so that 100,000 sets of one node each stay small.
/// </summary>
internal sealed class DomainSet
{
    private readonly int[] _ranks;
    private readonly ulong[]? _words;

    /// <param name="ranks">Ascending.</param>
    /// <param name="nodes">Nodes that there are.</param>
    public DomainSet(IReadOnlyList<int> ranks, int nodes)
    {
        _ranks = [.. ranks];
        if (_ranks.Length < (nodes + 63) / 64) return;
        _words = new ulong[(nodes + 63) / 64];
        foreach (var rank in _ranks) _words[rank >> 6] |= 1UL << rank;
    }

    public ReadOnlySpan<int> Ranks => _ranks;

    public void AddTo(Span<ulong> words)
    {
        if (_words is null)
        {
            foreach (var rank in _ranks) words[rank >> 6] |= 1UL << rank;
            return;
        }

        for (var i = 0; i < _words.Length; i++) words[i] |= _words[i];
    }

    public void RemoveFrom(Span<ulong> words)
    {
        if (_words is null)
        {
            foreach (var rank in _ranks) words[rank >> 6] &= ~(1UL << rank);
            return;
        }

        for (var i = 0; i < _words.Length; i++) words[i] &= ~_words[i];
    }
}
