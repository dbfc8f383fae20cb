using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>How the CPU of pods is measured for autoscalers.</summary>
internal static class HeapsterShape
{
    private static readonly KeysOf<HeapsterOptions> Key = new();

    private static readonly Dictionary<string, HeapsterSampler> Samplers = new()
    {
        ["rate"] = HeapsterSampler.Rate,
        ["minute"] = HeapsterSampler.Minute,
        ["live"] = HeapsterSampler.Live,
    };

    public static Shape<HeapsterOptions> Value { get; } = new("heapster", new HeapsterOptions(),
    [
        Key.Choice(
            "sampler",
            "rate: the average since the sample before, so that a pod appears one to two minutes after its start (Heapster 1.1.0); minute: "
                + "the use in the moment of the sample; live: the use in the moment of the question",
            Samplers, o => o.Sampler, (o, v) => o with { Sampler = v }),
        Key.Cycle("period", "from one sample to the next", o => o.Period, (o, v) => o with { Period = v }),
        Key.Duration("phase", "the first stamp, from the start of the run", o => o.Phase, (o, v) => o with { Phase = v }),
        Key.Duration(
            "scrapeDelay", "with rate: so long after the moment of its stamp a sample is taken", o => o.ScrapeDelay,
            (o, v) => o with { ScrapeDelay = v }),
    ]);
}
