using Simulator.Studies.Risk.Losses;

namespace Simulator.Studies.Risk;

/// <summary>What one service lost in a run beyond what it loses in any case, in seconds of total loss.</summary>
/// <param name="untroubled">The run in which nothing happened.</param>
/// <param name="by">What counts as lost; null: requests where there are any, else replicas.</param>
public sealed class LossMeter(RunOutcome untroubled, string service, LossKind? by)
{
    private readonly ServiceLosses _usual = untroubled.Services[service];

    public string Service => service;

    public LossKind Kind { get; } = KindOf(untroubled.Services[service], by);

    /// <summary>False: it has no replicas of its own, or no requests, so that nothing could be lost.</summary>
    public bool IsMeasurable => Kind == LossKind.Requests ? _usual.Requests > 0 : _usual.HasReplicas;

    /// <summary>Share that is lost if nothing happens: an overload, pods that find no node.</summary>
    public double Usual => untroubled.Window > 0 ? InSeconds(_usual).Total / untroubled.Window : 0;

    public PartTimes Of(RunOutcome outcome)
    {
        if (!outcome.Services.TryGetValue(service, out var losses)) return PartTimes.None;
        var lost = InSeconds(losses);
        if (Usual == 0) return lost;
        return lost - (InSeconds(_usual) * (outcome.Window / untroubled.Window));
    }

    /// <summary>Failed requests become the seconds in which as many come on average.</summary>
    private PartTimes InSeconds(ServiceLosses losses)
    {
        var lost = losses.Of(Kind);
        return Kind == LossKind.Requests && _usual.Requests > 0 ? lost * (untroubled.Window / _usual.Requests) : lost;
    }

    private static LossKind KindOf(ServiceLosses usual, LossKind? by)
    {
        if (by is { } wanted && (wanted != LossKind.Requests || usual.HasTraffic)) return wanted;
        return usual.HasTraffic ? LossKind.Requests : LossKind.Replicas;
    }
}
