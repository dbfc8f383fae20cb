using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pods;

/// <summary>How long a runtime takes to start containers whose images are there, and containers take to stop that are told so.</summary>
internal sealed class ContainerPace(KubeletOptions options, RandomStream starts, RandomStream stops)
{
    private readonly Uniform _start = new(options.ContainerStartMin, options.ContainerStartMax);
    private readonly Uniform _stop = new(TimeSpan.Zero, options.ContainerStopMax);

    public TimeSpan Start() => _start.Sample(starts);

    public TimeSpan Stop() => _stop.Sample(stops);
}
