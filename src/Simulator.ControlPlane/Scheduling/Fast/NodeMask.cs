namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The nodes that a decision may still choose, as far as rules say that look beyond single nodes.</summary>
internal sealed class NodeMask
{
    private ulong[] _words = [];

    /// <summary>No rule has taken a node away: nothing to look at.</summary>
    public bool IsFull { get; private set; }

    public ReadOnlySpan<ulong> Words => _words;

    public void Fill(int nodes)
    {
        IsFull = true;
        if (_words.Length != (nodes + 63) / 64) _words = new ulong[(nodes + 63) / 64];
    }

    public bool Contains(int rank) => IsFull || (_words[rank >> 6] & (1UL << rank)) != 0;

    /// <summary>Below 0: a node without an object, which cannot be chosen anyway.</summary>
    public void Take(int rank)
    {
        if (rank >= 0) Opened()[rank >> 6] &= ~(1UL << rank);
    }

    public void Take(DomainSet nodes) => nodes.RemoveFrom(Opened());

    public void TakeAll() => Opened().Clear();

    private Span<ulong> Opened()
    {
        if (IsFull) Array.Fill(_words, ulong.MaxValue);
        IsFull = false;
        return _words;
    }
}
