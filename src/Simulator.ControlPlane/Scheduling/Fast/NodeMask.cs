namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The nodes that a decision may still choose, as far as rules say that look beyond single nodes.</summary>
internal sealed class NodeMask
{
    private ulong[] _words = [];
    private ulong[] _failing = [];

    /// <summary>No rule has taken a node away: nothing to look at.</summary>
    public bool IsFull { get; private set; }

    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>Some rule could not judge some node: if nothing else rejects it, the decision ends in an error.</summary>
    public bool HasFailing { get; private set; }

    public void Fill(int nodes)
    {
        if (HasFailing) Array.Clear(_failing);
        (IsFull, HasFailing) = (true, false);
        if (_words.Length == (nodes + 63) / 64) return;
        _words = new ulong[(nodes + 63) / 64];
        _failing = new ulong[_words.Length];
    }

    public bool Contains(int rank) => IsFull || (_words[rank >> 6] & (1UL << rank)) != 0;

    /// <summary>Below 0: a node without an object, which cannot be chosen anyway.</summary>
    public void Take(int rank)
    {
        if (rank >= 0) Opened()[rank >> 6] &= ~(1UL << rank);
    }

    public void Take(DomainSet nodes) => nodes.RemoveFrom(Opened());

    public void Take(ReadOnlySpan<ulong> nodes)
    {
        var words = Opened();
        for (var i = 0; i < words.Length; i++) words[i] &= ~nodes[i];
    }

    public void KeepOnly(ReadOnlySpan<ulong> nodes)
    {
        var words = Opened();
        for (var i = 0; i < words.Length; i++) words[i] &= nodes[i];
    }

    public void KeepOnly(DomainSet nodes)
    {
        var kept = new ulong[_words.Length];
        nodes.AddTo(kept);
        KeepOnly(kept);
    }

    public void Fail(int rank)
    {
        if (rank < 0) return;
        HasFailing = true;
        _failing[rank >> 6] |= 1UL << rank;
    }

    public void Fail(DomainSet nodes)
    {
        HasFailing = true;
        nodes.AddTo(_failing);
    }

    public void FailAll()
    {
        HasFailing = true;
        Array.Fill(_failing, ulong.MaxValue);
    }

    /// <summary>
    /// The first in name order of the nodes of the groups that nothing rejects and some rule could not judge; below 0 if there is none.
    /// </summary>
    public int FirstFailing(NodeGroups groups)
    {
        for (var i = 0; HasFailing && i < _failing.Length; i++)
        {
            var word = 0UL;
            foreach (var group in groups.All) word |= group.Nodes.Words[i];
            word &= _failing[i] & (IsFull ? ulong.MaxValue : _words[i]);
            if (word != 0) return (i << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
        }

        return -1;
    }

    public void TakeAll() => Opened().Clear();

    private Span<ulong> Opened()
    {
        if (IsFull) Array.Fill(_words, ulong.MaxValue);
        IsFull = false;
        return _words;
    }
}
