using Simulator.Api.Documents;

namespace Simulator.World.Specification;

/// <summary>A moment that only the run knows: so long after something has happened for the first time.</summary>
/// <param name="Outage">Name of the outage that is waited for; "" with <see cref="AwaitedEvent.AllReady"/>.</param>
public sealed record EventTime(AwaitedEvent Event, string Outage, TimeSpan Delay)
{
    /// <summary>As a scenario writes it: <c>outage zone-b ends + 5m</c>.</summary>
    public override string ToString() => Delay == TimeSpan.Zero ? What : $"{What} + {GoDuration.Format(Delay)}";

    private string What => Event switch
    {
        AwaitedEvent.AllReady => "allReady",
        AwaitedEvent.OutageBegins => $"outage {Outage} begins",
        _ => $"outage {Outage} ends",
    };
}

public enum AwaitedEvent
{
    /// <summary>All that the cluster's workloads ask for has been created, and every replica of it is ready.</summary>
    AllReady,

    OutageBegins,

    /// <summary>What it struck is relieved: power is back, say, and machines boot.</summary>
    OutageEnds,
}
