using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Traces;

/// <summary>A trace as a workload of a cluster: what comes of it up to the end of the run, read anew by whoever runs it.</summary>
/// <param name="what">What each row becomes.</param>
internal sealed class TracedPods(TraceFormat format, IReadOnlyList<string> files, TraceObjects what) : IArrivingPods
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
        var reader = new TraceReader(format, diagnostics);
        foreach (var pod in reader.Pods(files))
        {
            var at = From + pod.Submit;
            if (at >= End) yield break;
            yield return new ArrivingPod(at, what.Of(pod), pod.Row);
        }
    }
}
