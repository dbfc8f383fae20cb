using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Folds the facts of one cluster's applications that keep data.</summary>
internal sealed class StateFold(string cluster, IReadOnlyDictionary<string, PodLife> pods)
{
    private readonly Dictionary<string, StatefulLife> _lives = new(StringComparer.Ordinal);

    public IReadOnlyCollection<StatefulLife> Lives => _lives.Values;

    public void OnChanged(in Observation fact) => LifeOf(fact.Subject).Change(fact.At, fact.Other, fact.Value, fact.Extra);

    public void OnPrimary(in Observation fact) => LifeOf(fact.Subject).ChangePrimary(fact.Other);

    public void OnLost(in Observation fact) =>
        LifeOf(fact.Subject).Lose(new DataLoss(fact.At, fact.Other, fact.Value / 1000.0, TimeSpan.FromMicroseconds(fact.Extra)));

    public void OnMember(in Observation fact)
    {
        if (pods.TryGetValue(fact.Subject, out var pod) && pod.Owner.Length > 0)
        {
            LifeOf(pod.Owner).ChangeMember(fact.At, fact.Subject, fact.Other);
        }
    }

    private StatefulLife LifeOf(string workload)
    {
        if (_lives.TryGetValue(workload, out var life)) return life;
        life = new StatefulLife(cluster, workload);
        _lives.Add(workload, life);
        return life;
    }
}
