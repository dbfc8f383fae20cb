using Simulator.World.Traces;

namespace Simulator.Reports.Traces;

/// <summary>
/// What was in use over time: means and peaks of even pieces. Whatever the length of the trace, there are at most 2,048: when they are
/// full, two become one.
/// </summary>
public sealed class TraceSeries(Room capacity) : ITraceObserver
{
    private const int PiecesMax = 2048;

    private readonly List<Piece> _pieces = [];
    private TimeSpan _width = TimeSpan.FromSeconds(1);
    private TimeSpan _at;
    private Usage _now;
    private Piece _open;
    private Room _area;
    private TimeSpan _from;
    private bool _hasBegun;

    /// <summary>At this moment.</summary>
    public Usage Now => _now;

    /// <summary>Highest shares of all.</summary>
    public Room Peak { get; private set; }

    public int RunningMax { get; private set; }

    public int WaitingMax { get; private set; }

    /// <summary>Shares on average, from the first arrival on.</summary>
    public Room Mean => _at > _from ? (_area * (1 / (_at - _from).TotalSeconds)).Of(capacity) : default;

    public void Observe(in TraceFact fact)
    {
        if (!_hasBegun) (_hasBegun, _from, _at) = (true, fact.At, fact.At);
        Advance(fact.At);
        _now = _now.After(fact);
        Peak = Room.Larger(Peak, _now.InUse.Of(capacity));
        RunningMax = Math.Max(RunningMax, _now.Running);
        WaitingMax = Math.Max(WaitingMax, _now.Waiting);
        _open.Raise(_now);
    }

    /// <summary>The pieces, the last as far as it goes.</summary>
    public IReadOnlyList<TraceSample> Samples()
    {
        var samples = new List<TraceSample>();
        for (var i = 0; i < _pieces.Count; i++) samples.Add(Sample(_pieces[i], _width * i, _width));
        if (_at > _width * _pieces.Count) samples.Add(Sample(_open, _width * _pieces.Count, _at - (_width * _pieces.Count)));
        return samples;
    }

    private void Advance(TimeSpan to)
    {
        while (to >= _width * (_pieces.Count + 1))
        {
            Stay(_width * (_pieces.Count + 1));
            _pieces.Add(_open);
            _open = default;
            _open.Raise(_now);
            if (_pieces.Count == PiecesMax) Halve();
        }

        Stay(to);
    }

    private void Stay(TimeSpan until)
    {
        var seconds = (until - _at).TotalSeconds;
        if (seconds <= 0) return;
        _open.Area += _now.InUse * seconds;
        _open.RunningArea += _now.Running * seconds;
        _open.WaitingArea += _now.Waiting * seconds;
        _area += _now.InUse * seconds;
        _at = until;
    }

    private void Halve()
    {
        for (var i = 0; i < PiecesMax / 2; i++) _pieces[i] = Piece.Both(_pieces[2 * i], _pieces[(2 * i) + 1]);
        _pieces.RemoveRange(PiecesMax / 2, PiecesMax / 2);
        _width *= 2;
    }

    private TraceSample Sample(Piece piece, TimeSpan at, TimeSpan width)
    {
        var share = 1 / width.TotalSeconds;
        return new TraceSample(
            at, piece.RunningArea * share, piece.WaitingArea * share, piece.WaitingMax, (piece.Area * share).Of(capacity),
            piece.Most.Of(capacity));
    }

    private struct Piece
    {
        public Room Area;
        public double RunningArea;
        public double WaitingArea;
        public int WaitingMax;
        public Room Most;

        public void Raise(Usage now)
        {
            Most = Room.Larger(Most, now.InUse);
            WaitingMax = Math.Max(WaitingMax, now.Waiting);
        }

        public static Piece Both(Piece left, Piece right) => new()
        {
            Area = left.Area + right.Area,
            RunningArea = left.RunningArea + right.RunningArea,
            WaitingArea = left.WaitingArea + right.WaitingArea,
            WaitingMax = Math.Max(left.WaitingMax, right.WaitingMax),
            Most = Room.Larger(left.Most, right.Most),
        };
    }
}

/// <summary>What is there at one moment.</summary>
public readonly record struct Usage(int Running, int Waiting, Room InUse)
{
    public Usage After(in TraceFact fact) => fact.Kind switch
    {
        TraceFactKind.Arrived => this with { Waiting = Waiting + 1 },
        TraceFactKind.Rejected => this with { Waiting = Waiting - 1 },
        TraceFactKind.Placed => new Usage(Running + 1, Waiting - 1, InUse + Room.Of(fact.Pod)),
        TraceFactKind.Ended => this with { Running = Running - 1, InUse = InUse - Room.Of(fact.Pod) },
        _ => this,
    };
}

/// <summary>A piece of time.</summary>
/// <param name="At">Its begin.</param>
/// <param name="Running">Pods on nodes, on average.</param>
/// <param name="Waiting">On average.</param>
/// <param name="Share">Of what there is, on average.</param>
/// <param name="Most">Of what there is, at most.</param>
public readonly record struct TraceSample(TimeSpan At, double Running, double Waiting, int WaitingMax, Room Share, Room Most);
