using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.ApiServer;

/// <summary>How long calls and watch deliveries take.</summary>
public sealed class LatencyModel(ApiServerOptions options, RandomStream calls, RandomStream watches)
{
    private readonly LogNormal _call = new(options.CallLatencyMedian, options.CallLatencySigma);
    private readonly LogNormal _watch = new(options.WatchLatencyMedian, options.WatchLatencySigma);

    public TimeSpan OfWatch() => _watch.Sample(watches);

    /// <summary>A LIST costs a little more for each object that it returns.</summary>
    public TimeSpan OfCall(int listedObjects) => _call.Sample(calls) + (options.ListLatencyPerObject * listedObjects);
}
