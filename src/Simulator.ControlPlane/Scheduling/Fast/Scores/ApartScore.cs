using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Priorities;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>
/// Spreads the pods of one service over the values of a label: one score a place. Its plain twin is
/// <see cref="ServiceAntiAffinityPriority"/>.
/// </summary>
internal sealed class ApartScore(ServiceAntiAffinityPriority rule, Pod exemplar, FastScope scope) : IWideScore
{
    private readonly OwnServices _services = new(exemplar, scope);
    private readonly Dictionary<string, int> _byValue = new(StringComparer.Ordinal);
    private long[] _scores = [];

    public Preparation Prepare(Marks marks)
    {
        _byValue.Clear();
        var total = _services.First() is { } service ? Count(service, marks) : 0;
        _scores = [.. scope.Places.All.Select(place => ScoreOf(place.Example.Labels, total))];
        return Preparation.Ready;
    }

    public void See(in Standing standing, int nodes)
    {
        // It scales by all pods of the service, wherever they are.
    }

    public long Score(in Standing standing) => _scores[standing.Key.Place];

    private int Count(OwnService service, Marks marks)
    {
        var total = 0;
        foreach (var labelClass in service.Pods)
        {
            foreach (var (node, pods) in labelClass.Pods)
            {
                total += pods;
                if (!marks.Fits(node.Rank) || !node.Labels.TryGetValue(rule.Label, out var value)) continue;
                _byValue[value] = _byValue.GetValueOrDefault(value) + pods;
            }
        }

        return total;
    }

    private long ScoreOf(LabelSet labels, int total) =>
        !labels.TryGetValue(rule.Label, out var value) ? 0 : ServiceAntiAffinityPriority.Scale(_byValue.GetValueOrDefault(value), total);
}
