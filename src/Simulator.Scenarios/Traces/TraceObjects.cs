using Simulator.Api;
using Simulator.World.Specification;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>What users create for the rows of a trace.</summary>
/// <param name="name">Value of the label <c>app</c> that all its pods have.</param>
internal sealed class TraceObjects(string space, string name, TraceKind kind, string gpus)
{
    /// <summary>With what the trace may add to tell two apart, and a controller to it, a label's value stays short enough.</summary>
    private const int NameMax = 40;

    private readonly PodTemplates _templates = new() { GpuNames = [gpus] };

    private readonly LabelSet _labels = LabelSet.Of(("app", name));

    public ApiObject Of(TracePod pod)
    {
        var metadata = new ObjectMeta { Name = ObjectName(pod), Namespace = space, Labels = _labels };
        var works = pod.Duration is { } time ? WorkTime.Saying(time) : LabelSet.Empty;
        var spec = _templates.SpecOf(pod);
        return kind == TraceKind.Pod || pod.Duration is null
            ? new Pod { Metadata = metadata with { Annotations = works }, Spec = spec }
            : new Job
            {
                Metadata = metadata,
                Completions = 1,
                Parallelism = 1,
                Template = new PodTemplate { Labels = _labels, Annotations = works, Spec = spec },
            };
    }

    /// <summary>In the letters that names of objects have.</summary>
    private static string ObjectName(TracePod pod)
    {
        var letters = pod.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(NameMax);
        var name = string.Concat(letters).Trim('-');
        return name.Length > 0 ? name : FormattableString.Invariant($"row-{pod.Row}");
    }
}

internal enum TraceKind
{
    /// <summary>Who is lost stays lost.</summary>
    Pod,

    /// <summary>Who is lost is made anew, and begins its work again.</summary>
    Job,
}
