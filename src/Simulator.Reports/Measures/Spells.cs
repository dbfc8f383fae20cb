namespace Simulator.Reports;

/// <param name="From">Since the start of the run.</param>
/// <param name="To">Null: it lasted to the end of the run.</param>
/// <param name="Worst">The deepest share, from 0 to 1, that was seen meanwhile.</param>
public readonly record struct Spell(TimeSpan From, TimeSpan? To, double Worst);

/// <summary>The times during which something was wrong, told from its state moment by moment.</summary>
internal sealed class Spells
{
    private readonly List<Spell> _all = [];
    private bool _isOpen;

    /// <summary>In their order; they do not touch.</summary>
    public IReadOnlyList<Spell> All => _all;

    /// <param name="since">When the state as it is now came to be.</param>
    /// <param name="share">How wrong it is, from 0 to 1.</param>
    public void Note(TimeSpan since, double share)
    {
        if (!_isOpen) _all.Add(new Spell(since, null, share));
        else if (share > _all[^1].Worst) _all[^1] = _all[^1] with { Worst = share };
        _isOpen = true;
    }

    public void End(TimeSpan since)
    {
        if (!_isOpen) return;
        _all[^1] = _all[^1] with { To = since };
        _isOpen = false;
    }
}
