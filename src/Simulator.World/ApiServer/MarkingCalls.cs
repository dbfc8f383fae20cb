using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>
/// The calls that node controllers made while they marked nodes as silent: counted as they are sent, so that whoever asks why it took so
/// long need not guess.
/// </summary>
public sealed class MarkingCalls
{
    /// <summary>Nodes that are marked after a longer pause are another story.</summary>
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(5);

    private readonly List<MarkingSpell> _spells = [];
    private CallCounts _sent;
    private CallCounts _atFirst;

    /// <summary>Times in which nodes were marked, with the calls from the first marking to the last.</summary>
    public IReadOnlyList<MarkingSpell> Spells => _spells;

    internal void Count(ApiRequest request, TimeSpan now)
    {
        _sent = _sent.With(request);
        if (request is not UpdateStatusRequest { Object: Node node }
            || node.Status.Condition(NodeConditionType.Ready)?.Status != ConditionStatus.Unknown)
        {
            return;
        }
        if (_spells.Count == 0 || now - _spells[^1].To > PauseMax)
        {
            _atFirst = _sent;
            _spells.Add(new MarkingSpell(now, now, default));
        }

        _spells[^1] = _spells[^1] with { To = now, Calls = _sent - _atFirst };
    }
}

/// <param name="From">When the first call that marks a node was sent, since the start of the run.</param>
/// <param name="To">The same of the last.</param>
/// <param name="Calls">Sent after the first, up to the last.</param>
public sealed record MarkingSpell(TimeSpan From, TimeSpan To, CallCounts Calls);

/// <summary>Calls by what they are for.</summary>
/// <param name="Nodes">Status writes of nodes.</param>
/// <param name="Pods">Status writes of pods.</param>
/// <param name="Reads">Lists and single objects.</param>
/// <param name="Events">For people.</param>
/// <param name="Rest">Deletions, mostly.</param>
public readonly record struct CallCounts(long Nodes, long Pods, long Reads, long Events, long Rest)
{
    public long All => Nodes + Pods + Reads + Events + Rest;

    public static CallCounts operator -(CallCounts left, CallCounts right) =>
        new(left.Nodes - right.Nodes, left.Pods - right.Pods, left.Reads - right.Reads, left.Events - right.Events, left.Rest - right.Rest);

    internal CallCounts With(ApiRequest request) => request switch
    {
        UpdateStatusRequest { Object: Node } => this with { Nodes = Nodes + 1 },
        UpdateStatusRequest => this with { Pods = Pods + 1 },
        EventRequest => this with { Events = Events + 1 },
        GetRequest or ListRequest or ListPodsRequest or ListPodsOnNodeRequest => this with { Reads = Reads + 1 },
        _ => this with { Rest = Rest + 1 },
    };
}
