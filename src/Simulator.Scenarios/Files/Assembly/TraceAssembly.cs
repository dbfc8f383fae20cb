using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Traces;
using Simulator.World.Specification;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Makes a workload of a published trace, which is read through once to tell what is wrong with it.</summary>
/// <param name="duration">Of the run.</param>
/// <param name="countsOthers">The version counts resources of any name; else it has a name of its own for graphics processors.</param>
internal sealed class TraceAssembly(TimeSpan duration, bool countsOthers)
{
    /// <summary>So many kinds of pods are shown to the rules: a trace may have a million.</summary>
    private const int KindsMax = 1000;

    /// <param name="take">Told pods of the trace, one of each kind.</param>
    /// <returns>Null after errors.</returns>
    public IArrivingPods? Read(Placed<WorkloadDraft> placed, Action<ApiObject, SourceNode> take)
    {
        var (draft, fields) = (placed.Value.Trace, placed.Fields);
        if (draft.File?.RelatedPath() is not { } path || FormatOf(draft, fields.Context.Diagnostics) is not { } format) return null;
        var gpus = countsOthers ? TraceNode.DeviceResource : ResourceNames.NvidiaGpu;
        var pods = new TracedPods(format, [path], () => new TraceObjects(draft.Namespace, draft.Name, draft.Kind, gpus))
        {
            From = placed.Value.At,
            End = duration,
        };
        return IsReadable(pods, fields, take) ? pods : null;
    }

    /// <summary>Whatever else is wrong with the scenario, what is wrong with the trace is told, too.</summary>
    private static TraceFormat? FormatOf(TraceDraft draft, Diagnostics diagnostics)
    {
        var own = new Diagnostics();
        var format = draft.Format is { } name ? TraceFormat.Find(name, own)
            : draft.Columns?.RelatedPath() is { } map ? TraceFormat.Read(map, own)
            : null;
        diagnostics.AddAll(own);
        diagnostics.AddFiles(own);
        return format;
    }

    private static bool IsReadable(TracedPods pods, FieldReader fields, Action<ApiObject, SourceNode> take)
    {
        var diagnostics = fields.Context.Diagnostics;
        var (errors, kinds, count) = (diagnostics.Errors.Count, new HashSet<PodSpec>(ReferenceEqualityComparer.Instance), 0L);
        foreach (var pod in pods.Read(diagnostics))
        {
            count++;
            if (kinds.Count < KindsMax && kinds.Add(SpecOf(pod.Object))) take(pod.Object, fields.Node);
        }

        if (count == 0 && diagnostics.Errors.Count == errors)
        {
            fields.ErrorAt(TraceKeys.Trace, "no pod comes of it before the end of the run");
        }
        return diagnostics.Errors.Count == errors;
    }

    private static PodSpec SpecOf(ApiObject value) => value is Job job ? job.Template.Spec : ((Pod)value).Spec;
}
