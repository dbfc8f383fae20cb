using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Populations;

/// <summary>Folds what users of federated services see.</summary>
internal sealed class PopulationFold
{
    private readonly Dictionary<string, PopulationLife> _lives;
    private readonly RunTotals _totals;

    public PopulationFold(Scenario scenario, RunTotals totals, TimeSpan step)
    {
        string[] clusters = [.. scenario.Clusters.Select(cluster => cluster.Name)];
        All = [.. scenario.Users.Select(users => new PopulationLife(users, clusters, step))];
        _lives = All.ToDictionary(life => life.Name);
        _totals = totals;
        if (All.Count > 0) totals.HasTraffic = true;
    }

    /// <summary>In the scenario's order.</summary>
    public IReadOnlyList<PopulationLife> All { get; }

    /// <summary>
    /// Clusters count the tries that come to them: users count their requests instead, each once, wherever it is tried.
    /// </summary>
    public void Observe(in Observation fact)
    {
        var life = _lives[fact.Subject];
        var (before, sent) = (life.Now, life.To(fact.Other));
        life.Observe(fact);
        if (fact.Kind == ObservationKind.UsersChanged)
        {
            _totals.CorrectRequests(fact.At, fact.Value - before.Requests, fact.Extra - before.Failed);
        }
        else if (fact.Kind == ObservationKind.UsersSent && fact.Other.Length > 0)
        {
            _totals.CorrectRequests(fact.At, sent.Sent - fact.Value, sent.Lost - fact.Extra);
        }
    }

    public void Finish(TimeSpan end)
    {
        foreach (var life in All) life.Finish(end);
    }
}
