namespace Simulator.Reports.Measures.Stateful;

/// <summary>What a run showed of one pet: its name lives again and again, its node may be another each time.</summary>
/// <param name="name">"namespace/name".</param>
public sealed class PetLife(string name, PetSetLife set)
{
    private readonly List<PodLife> _lives = [];
    private readonly List<PetAbsence> _absences = [];
    private readonly List<PetSpell> _spells = [];
    private bool _isBehind;

    public string Name => name;

    public PetSetLife Set => set;

    /// <summary>The number at the end of its name.</summary>
    public int Ordinal { get; } = int.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), out var ordinal) ? ordinal : 0;

    /// <summary>The pods of its name, one after the other.</summary>
    public IReadOnlyList<PodLife> Lives => _lives;

    /// <summary>Times without it after it was there for the first time and while it was asked for.</summary>
    public IReadOnlyList<PetAbsence> Absences => _absences;

    /// <summary>What it did when; while it was away there is none.</summary>
    public IReadOnlyList<PetSpell> Spells => _spells;

    /// <summary>Somebody set the annotation that lets its set go on.</summary>
    public TimeSpan? InitializedAt { get; internal set; }

    public bool WasEverThere { get; private set; }

    /// <summary>Ready to the API and serving in truth, now.</summary>
    public bool IsThere { get; private set; }

    public bool IsAway => _absences is [.., { To: null }];

    /// <summary>One of its lives was on another node than the one before.</summary>
    public bool HasMoved
    {
        get
        {
            var nodes = _lives.Select(life => life.Node?.Name).OfType<string>().ToList();
            return nodes.Zip(nodes.Skip(1)).Any(pair => pair.First != pair.Second);
        }
    }

    private bool IsWanted => Ordinal < set.Desired;

    internal void Begin(PodLife life)
    {
        if (IsAway) _absences[^1].Next ??= life;
        _lives.Add(life);
        _isBehind = false;
    }

    internal void SetBehind(TimeSpan at, bool isBehind)
    {
        _isBehind = isBehind;
        Note(at);
    }

    /// <summary>Something of its present life changed.</summary>
    internal void Note(TimeSpan at)
    {
        if (_lives.Count == 0) return;
        var life = _lives[^1];
        var isThere = life.Counts.Usable > 0;
        if (IsAway && !life.Serves && ReferenceEquals(life, _absences[^1].Was) && life.StoppedServingAt >= _absences[^1].From)
        {
            _absences[^1].HasStopped = true;
        }
        if (isThere != IsThere) Turn(at, isThere, life);
        Draw(at, life, isThere);
    }

    /// <summary>Its set was made smaller: nobody misses it any more.</summary>
    internal void Scaled()
    {
        if (!IsWanted && IsAway) _absences.RemoveAt(_absences.Count - 1);
    }

    private void Turn(TimeSpan at, bool isThere, PodLife life)
    {
        IsThere = isThere;
        set.Count(at, isThere ? 1 : -1);
        WasEverThere |= isThere;
        if (!isThere && IsWanted) _absences.Add(new PetAbsence(this, life, at));
        if (isThere && IsAway) (_absences[^1].To, _absences[^1].Back) = (at, life);
    }

    private void Draw(TimeSpan at, PodLife life, bool isThere)
    {
        var isDrawn = isThere || (_isBehind && life.Serves);
        var isOpen = _spells is [.., { To: null }];
        if (isOpen && isDrawn && _spells[^1].IsBehind == _isBehind && ReferenceEquals(_spells[^1].Life, life)) return;
        if (isOpen) _spells[^1] = _spells[^1] with { To = at };
        if (isDrawn) _spells.Add(new PetSpell(at, null, life, _isBehind));
    }
}

/// <param name="To">Null: to the end of the run.</param>
/// <param name="IsBehind">It catches up.</param>
public sealed record PetSpell(TimeSpan From, TimeSpan? To, PodLife Life, bool IsBehind);
