using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.World.Specification;

/// <summary>
/// How long the containers of one pod work, where an annotation of its own says so: pods of a trace each have their time.
/// </summary>
public static class WorkTime
{
    /// <summary>Its value is a duration (<c>1h30m</c>).</summary>
    public const string Annotation = "simulator/runs-for";

    /// <summary>Null: nothing says so.</summary>
    public static TimeSpan? Of(Pod pod) =>
        pod.Metadata.Annotations.TryGetValue(Annotation, out var text) && GoDuration.TryParse(text, out var time) ? time : null;

    public static LabelSet Saying(TimeSpan time) => LabelSet.Of((Annotation, GoDuration.Format(time)));
}
