using System.Globalization;
using Simulator.Api;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>What all kubelets of a cluster share.</summary>
internal sealed class KubeletContext
{
    private readonly Uniform _start;
    private readonly Uniform _stop;
    private readonly RandomStream _starts;
    private readonly RandomStream _stops;
    private readonly ObservationLog _log;
    private int _addresses;

    public KubeletContext(Simulation simulation, RandomStreams streams, string prefix, KubeletOptions options, SimulatedApiServer server, LatencyModel latency, ObservationLog log)
    {
        (Simulation, Options, Server, Latency, _log) = (simulation, options, server, latency, log);
        _start = new Uniform(options.ContainerStartMin, options.ContainerStartMax);
        _stop = new Uniform(TimeSpan.Zero, options.ContainerStopMax);
        (_starts, _stops, Phases) = (streams[$"{prefix}/container-start"], streams[$"{prefix}/container-stop"], streams[$"{prefix}/kubelet-phase"]);
    }

    public Simulation Simulation { get; }

    public KubeletOptions Options { get; }

    public SimulatedApiServer Server { get; }

    public LatencyModel Latency { get; }

    public RandomStream Phases { get; }

    public TimeSpan ContainerStart() => _start.Sample(_starts);

    public TimeSpan ContainerStop() => _stop.Sample(_stops);

    /// <summary>The next address of 10.0.0.0/8: no two pods of a run share one.</summary>
    public string NewPodIp()
    {
        var number = ++_addresses;
        return string.Create(CultureInfo.InvariantCulture, $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
    }

    /// <summary>Told what the log is told: whom requests to a pod depend on.</summary>
    public Action<Pod, string, bool>? ServingChanged { get; set; }

    public void ObserveServing(Pod pod, string node, bool isServing)
    {
        _log.Write(isServing ? ObservationKind.PodServing : ObservationKind.PodStoppedServing, pod.Key.ToString(), node);
        ServingChanged?.Invoke(pod, node, isServing);
    }
}
