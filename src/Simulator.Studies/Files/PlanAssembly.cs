using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Sources;
using Simulator.Studies.Axes;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Studies.Files;

/// <summary>Holds what a study searches against its scenario.</summary>
/// <param name="common">Changed in every run.</param>
internal sealed class PlanAssembly(Placed<PlanDraft> placed, ScenarioSource source, IReadOnlyList<Setting> common, Scenario scenario)
{
    private const int SeedsUsual = 20;

    private readonly PlanDraft _draft = placed.Value;
    private readonly FieldReader _fields = placed.Fields;

    private string GoalKey => _draft.Smallest.Length > 0 ? "smallest" : _draft.Largest.Length > 0 ? "largest" : "cheapest";

    /// <summary>The scenario as it is in some of the runs: for what its objectives may be about.</summary>
    public Scenario Example => source.Read([.. common, .. LostFirst.Settings]).Scenario ?? scenario;

    private LostPlace LostFirst => _draft.Lose.Of(scenario) is [var first, ..] ? first : LostPlace.Nothing;

    /// <returns>Null after an error.</returns>
    /// <param name="seeds">0 = not said.</param>
    /// <param name="hasObjectives">The study or its scenario expects something.</param>
    public PlanSpec? Assemble(int seeds, bool hasObjectives, IMeasureBook? measures)
    {
        var goals = Convert.ToInt32(_draft.Smallest.Length > 0) + Convert.ToInt32(_draft.Largest.Length > 0)
            + Convert.ToInt32(_draft.Cheapest.Count > 0);
        if (goals != 1) return null;
        var errors = _fields.Context.Diagnostics.Errors.Count;
        if (!hasObjectives && _draft.Peer is null)
        {
            _fields.Error("has no objective to meet; allowed are some in 'expect', of the study or of its scenario, or 'asGoodAs'");
        }
        var peer = _draft.Peer is { } standard ? PeerAssembly.Assemble(standard, Example, measures) : null;
        CheckLosses();
        var axes = _draft.Cheapest.Count > 0 ? [.. _draft.Cheapest.Select(axis => axis.Value)] : Range();
        if (axes is not null) CheckValues(axes);
        if (_draft.Cheapest.Count > 0) CheckPrices();
        var count = SeedCount(seeds);
        if (_fields.Context.Diagnostics.Errors.Count > errors) return null;
        return new PlanSpec
        {
            Goal = Enum.Parse<PlanGoal>(GoalKey, ignoreCase: true),
            Axes = axes!,
            Lose = _draft.Lose,
            Peer = peer,
            Confidence = _draft.Confidence,
            Seeds = count,
        };
    }

    private void CheckLosses()
    {
        if (_draft.Lose.Cluster.Length > 0 && scenario.Clusters.All(cluster => cluster.Name != _draft.Lose.Cluster))
        {
            var names = string.Join(", ", scenario.Clusters.Select(cluster => cluster.Name));
            _fields.ErrorAt("cluster", $"there is no cluster '{_draft.Lose.Cluster}'; there are {names}");
        }
        if (_draft.Lose.Each is PlaceScope.Zone
            && scenario.Clusters.All(cluster => cluster.Zones.Count == 1)
            && _fields.Optional("lose") is { } lose)
        {
            var at = lose.Node;
            _fields.Context.Diagnostics.Remark(at, "plan.lose: there is one zone: with it all nodes are lost, whatever the capacity");
        }
        if (_draft.Lose.Each is null || _fields.Context.Diagnostics.HasErrors) return;
        var first = source.Read([.. common, .. LostFirst.Settings]);
        foreach (var error in first.Diagnostics.Errors.Take(1)) _fields.ErrorAt("lose", $"{LostFirst.Title}: {error.Message}");
    }

    private IReadOnlyList<Axis>? Range()
    {
        if (_draft.From.Length == 0 || _draft.To.Length == 0) return null;
        var text = $"{_draft.From}..{_draft.To}{(_draft.Step.Length > 0 ? $":{_draft.Step}" : "")}";
        if (AxisValues.Parse(text, out var problem) is { } values) return [new Axis(_draft.Smallest + _draft.Largest, values)];
        _fields.ErrorAt(_fields.Has("step") ? "step" : "to", problem);
        return null;
    }

    /// <summary>Each axis alone: its ends and its middle, or all values where they are words.</summary>
    private void CheckValues(IReadOnlyList<Axis> axes)
    {
        for (var i = 0; i < axes.Count; i++)
        {
            var values = axes[i].Values;
            IReadOnlyList<string> tried = GoalKey == "cheapest" && values.Count <= 50
                ? values
                : [values[0], values[values.Count / 2], values[^1]];
            var fields = GoalKey == "cheapest" ? _draft.Cheapest[i].Fields : _fields;
            var errors = tried.Select(value => (value, source.Read([.. common, new Setting(axes[i].Path, value)]).Diagnostics.Errors))
                .FirstOrDefault(entry => entry.Errors.Count > 0);
            if (errors.value is not null)
            {
                fields.ErrorAt(GoalKey == "cheapest" ? "set" : GoalKey, $"with {errors.value}: {errors.Errors[0].Message}");
            }
        }
    }

    private void CheckPrices()
    {
        var without = scenario.Clusters.SelectMany(cluster => cluster.NodePools)
            .Where(pool => pool.Price is null)
            .Select(pool => pool.Name)
            .ToList();
        if (without.Count > 0)
        {
            _fields.ErrorAt(
                "cheapest",
                $"nobody says what a machine of pool {string.Join(", ", without)} costs; allowed are machine types with a price "
                    + "(simulator machine-types), or pools with a 'price'");
        }
    }

    /// <summary>
    /// Runs without a miss that are needed to be so sure that so large a share of all holds: ln(1 - confidence) / ln(share).
    /// </summary>
    private int SeedCount(int seeds)
    {
        if (_draft.HoldsIn <= 0) return seeds > 0 ? seeds : SeedsUsual;
        var needed = (int)Math.Ceiling((Math.Log(1 - _draft.Confidence) / Math.Log(_draft.HoldsIn)) - 1e-9);
        if (seeds > 0 && seeds < needed)
        {
            _fields.ErrorAt(
                "holdsIn",
                $"{seeds} seeds are not enough to be {_draft.Confidence * 100:0.###} % sure of it; {needed} are, or no 'seeds' at all");
        }
        return Math.Max(seeds, needed);
    }
}
