using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>Folds what the horizontal autoscalers of one cluster did and could not do.</summary>
internal sealed class AutoscalerFold
{
    private readonly Dictionary<string, AutoscalerLife> _lives = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were first heard of.</summary>
    public IReadOnlyCollection<AutoscalerLife> Lives => _lives.Values;

    public void Observe(in Observation fact)
    {
        if (fact.Kind is not (ObservationKind.AutoscalerScaled or ObservationKind.AutoscalerMeasured or ObservationKind.AutoscalerFailing))
        {
            return;
        }
        if (!_lives.TryGetValue(fact.Subject, out var life)) _lives.Add(fact.Subject, life = new AutoscalerLife(fact.Subject));
        if (fact.Kind == ObservationKind.AutoscalerScaled) life.Scalings++;
        if (fact.Kind == ObservationKind.AutoscalerFailing) life.Fail(fact.At, fact.Other);
    }
}

/// <summary>One horizontal autoscaler in a run.</summary>
internal sealed class AutoscalerLife(string name)
{
    public string Name => name;

    public int Scalings { get; set; }

    /// <summary>Why its passes fail now, in the words of its events; "" = they do not.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Since when its passes have failed, whatever the reason.</summary>
    public TimeSpan FailsSince { get; private set; }

    public void Fail(TimeSpan at, string fault)
    {
        if (Fault.Length == 0) FailsSince = at;
        Fault = fault;
    }
}
