namespace Simulator.Studies.Starts;

/// <summary>The trails of schedulers that were made alike. May be used on several threads.</summary>
internal sealed class StartMemory
{
    /// <summary>Of all trails together; the oldest are forgotten.</summary>
    private const int StepsMax = 250_000;

    /// <summary>Who decides holds one: nobody decides the same at the same time, and those with other dice do not wait for it.</summary>
    private readonly object[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new object())];
    private readonly object _gate = new();
    private volatile Trail[] _trails = [];
    private volatile bool _isChance;

    /// <summary>The newest that will do; null: none.</summary>
    public Trail? Find(Predicate<Trail> willDo) => Array.Find(_trails, willDo);

    /// <summary>Waits until nobody else decides what a scheduler with these dice may have to decide.</summary>
    /// <returns>What to leave in the end, on the same thread.</returns>
    public object TakeTurn(ulong seed)
    {
        while (true)
        {
            var turn = TurnOf(seed);
            Monitor.Enter(turn);
            if (ReferenceEquals(turn, TurnOf(seed))) return turn;
            Monitor.Exit(turn);
        }
    }

    public void Add(Trail trail)
    {
        lock (_gate)
        {
            var left = StepsMax;
            _trails = [trail, .. _trails.TakeWhile(known => (left -= known.Steps.Length) > trail.Steps.Length)];
            _isChance |= trail.Steps.Any(step => step.HasThrown);
        }
    }

    /// <summary>As long as nobody has thrown dice, all decide the same.</summary>
    private object TurnOf(ulong seed) => _turns[_isChance ? (int)(seed % (ulong)_turns.Length) : 0];
}
