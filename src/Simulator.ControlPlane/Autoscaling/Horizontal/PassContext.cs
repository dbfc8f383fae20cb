using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What one pass over an autoscaler works with.</summary>
/// <param name="readings">What passes before it have made of what they read.</param>
/// <param name="note">Told what the pass came to.</param>
internal sealed class PassContext(
    KnownAutoscaler known, Scale scale, TargetSelectors selectors, Readings readings, RoutineSet routines, Action<HorizontalNote> note)
{
    /// <summary>The version that it looks at.</summary>
    public CachedAutoscaler Cached { get; } = known.Cached!;

    public HorizontalPodAutoscaler Scaler => Cached.Value;

    public Scale Scale => scale;

    /// <summary>Replicas that there are.</summary>
    public int Current => scale.CurrentReplicas;

    public RoutineSet Routines => routines;

    /// <summary>The next calls are paid for.</summary>
    public bool IsPaid(int calls) => routines.Paid?.Left >= calls;

    public Instant Now => routines.Now;

    public void Note(HorizontalNote told) => note(told);

    public void Tell(EventType type, string reason, string message) => AutoscalerEvents.Tell(routines, Scaler, type, reason, message);

    /// <summary>What is read of the target's pods; null after an event and an error.</summary>
    public Readings.Reading? Reading<T>(Measured<T> into)
        where T : class
    {
        if (known.ReadingOf(scale) is { } reading) return reading;
        if (Selector(into) is not { } selector) return null;
        reading = readings.Of(Scaler.Namespace, selector);
        known.Keep(scale, reading);
        return reading;
    }

    /// <summary>Of the target's pods; null after an event and an error.</summary>
    public SelectorMatcher? Selector<T>(Measured<T> into)
        where T : class
    {
        const string Absent = "selector is required";
        if (selectors.Of(scale, out var error) is { } selector) return selector;
        into.Error = error is null ? Absent : $"couldn't convert selector string to a corresponding selector object: {error}";
        Tell(EventType.Warning, error is null ? "SelectorRequired" : "InvalidSelector", into.Error);
        return null;
    }
}
