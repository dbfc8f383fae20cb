using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Traces;

/// <summary>A trace as a workload of a cluster: what comes of it up to the end of the run, read anew by whoever runs it.</summary>
/// <param name="what">Makes what each row becomes: of its own for each reading, as runs in several threads share this.</param>
internal sealed class TracedPods(TraceFormat format, IReadOnlyList<string> files, Func<TraceObjects> what) : IArrivingPods
{
    /// <summary>Of the first pod, since the start of the run.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Of the run: what would come later is not read.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>What is broken was told when the scenario was read; here it is left out.</summary>
    public IEnumerable<ArrivingPod> Read() => Read(new Diagnostics());

    /// <param name="diagnostics">Told what is broken, with file and row.</param>
    public IEnumerable<ArrivingPod> Read(Diagnostics diagnostics)
    {
        var (reader, objects) = (new TraceReader(format, diagnostics), what());
        foreach (var pod in reader.Pods(files))
        {
            var at = From + pod.Submit;
            if (at >= End) yield break;
            yield return new ArrivingPod(at, objects.Of(pod), pod.Row);
        }
    }
}
