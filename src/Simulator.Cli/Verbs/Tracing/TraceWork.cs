using System.Diagnostics;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.Reports.Traces;
using Simulator.Scenarios.Traces;
using Simulator.World.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>Reads, places and tells of a trace.</summary>
internal sealed class TraceWork(TraceOptions options, Screen screen)
{
    private readonly Diagnostics _diagnostics = new();

    /// <returns>The exit code.</returns>
    public int Do()
    {
        var format = options.Columns is { } columns
            ? TraceFormat.Read(columns, _diagnostics)
            : TraceFormat.Find(options.Format!, _diagnostics);
        if (format is null) return Refuse();
        var reader = new TraceReader(format, _diagnostics);
        var machines = TraceMachines.Of(options, reader, _diagnostics);
        var isGiven = options.Machines is not null || options.Nodes is not null || options.Scenario is not null;
        if (machines is null && isGiven) return Refuse();
        using var interruption = new Interruption(screen.Interruption);
        using var pods = new PeekedPods(reader.Pods(options.Files));
        machines ??= OfHead(pods, reader);
        if (machines is null) return _diagnostics.HasErrors ? Refuse() : RefuseMachines(format);
        return Place(format, reader, machines, pods, interruption.Token);
    }

    private int Place(
        TraceFormat format, TraceReader reader, TraceMachines machines, PeekedPods pods, CancellationToken interruption)
    {
        var recorder = new TraceRecorder(machines.Nodes);
        if (Arrivals(pods.All(), recorder.Capacity) is not { } arrivals) return Refuse();
        try
        {
            using var results = new TraceResults(options, recorder, screen);
            var start = Stopwatch.GetTimestamp();
            var run = new TraceRun(machines.Nodes, TraceQueues.Make(options, machines.Version, machines.Flags, machines.Nodes), recorder)
            {
                Patience = options.Patience,
                Until = options.Until,
            };
            run.Complete(arrivals, interruption);
            if (recorder.Arrived == 0)
            {
                _diagnostics.Error(options.Files[0], 0, 0, $"no pod came of the trace ({reader.Tally.Kept})");
                return Refuse();
            }

            results.Finish(format, reader, machines, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse($"the results cannot be written: {failure.Message}");
        }

        return _diagnostics.HasErrors ? TellBroken(reader) : ExitCode.Done;
    }

    private IEnumerable<TracePod>? Arrivals(IEnumerable<TracePod> pods, Room capacity)
    {
        if (options.Arrivals is { } order) return PackingArrivals.InOrderOf(order, pods, _diagnostics);
        if (options.Packing is not { } share) return pods;
        var stream = new RandomStreams(options.Seed)["trace-arrivals"];
        return capacity.MilliGpu > 0
            ? PackingArrivals.Inflate(pods, capacity.MilliGpu, share, pod => pod.TotalMilliGpu, stream)
            : PackingArrivals.Inflate(pods, capacity.MilliCpu, share, pod => pod.MilliCpu, stream);
    }

    private TraceMachines? OfHead(PeekedPods pods, TraceReader reader)
    {
        pods.Peek();
        return reader.Processors is { } processors and > 0
            ? TraceMachines.OfProcessors(
                processors, options.Kubernetes.Length == 0 ? KubernetesVersions.Default : KubernetesVersions.Find(options.Kubernetes)!)
            : null;
    }

    private int RefuseMachines(TraceFormat format) => screen.Refuse(
        $"nothing says on which machines the pods of {format.Name} are placed; allowed are --nodes FILE, --scenario FILE and "
        + "--machines COUNT --cpu AMOUNT");

    private int TellBroken(TraceReader reader)
    {
        Tell();
        return screen.Refuse(
            $"exit 2: {reader.Tally.Broken + reader.NodeTally.Broken:N0} places are broken and were left out; kept: {reader.Tally.Kept}");
    }

    private int Refuse()
    {
        Tell();
        return ExitCode.WrongInput;
    }

    private void Tell()
    {
        foreach (var diagnostic in _diagnostics.All) screen.Tell(diagnostic.ToString(), "red");
        if (_diagnostics.Dropped > 0) screen.Error.WriteLine($"and {_diagnostics.Dropped:N0} more");
    }
}
