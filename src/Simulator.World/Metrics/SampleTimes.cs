using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Metrics;

/// <summary>When samples are taken, and what they are stamped with.</summary>
internal sealed class SampleTimes(HeapsterOptions options)
{
    private readonly TimeSpan _delay = options.Sampler == HeapsterSampler.Rate ? options.ScrapeDelay : TimeSpan.Zero;

    public TimeSpan Period => options.Period;

    /// <summary>When the last sample up to now was taken.</summary>
    public Instant LastBefore(Instant now)
    {
        var first = Instant.FromStart(options.Phase + _delay);
        var since = (now - first).Ticks;
        var periods = since >= 0 ? since / Period.Ticks : -((-since + Period.Ticks - 1) / Period.Ticks);
        return first + (Period * periods);
    }

    /// <summary>Of a sample that is taken now.</summary>
    public Instant StampOf(Instant taken) => (taken - _delay).TruncatedToSecond;
}
