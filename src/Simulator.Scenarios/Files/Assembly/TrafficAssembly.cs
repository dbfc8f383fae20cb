using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Reads the rates of a cluster's traffic.</summary>
internal sealed class TrafficAssembly(TimeSpan duration)
{
    public IReadOnlyList<TrafficSpec> Assemble(IReadOnlyList<Placed<TrafficDraft>> entries)
    {
        CallCheck.Check(entries);
        return [.. entries.Select(Assemble).OfType<TrafficSpec>()];
    }

    public TrafficSpec? Assemble(Placed<TrafficDraft> placed)
    {
        if (RateOf(placed) is not { } rate) return null;
        return placed.Value.Spec with { Rate = rate };
    }

    private IReadOnlyList<RateStep>? RateOf(Placed<TrafficDraft> placed)
    {
        var draft = placed.Value;
        if (draft.File is not { } file)
        {
            IEnumerable<RateStep> later = draft.Steps.Select(step => new RateStep(step.At, step.PerSecond * draft.Scale, step.Over));
            return [new RateStep(TimeSpan.Zero, draft.PerSecond * draft.Scale), .. later];
        }
        if (file.RelatedPath() is not { } path || RateTrace.Read(path, placed.Fields.Context.Diagnostics) is not { } trace) return null;
        if (draft.Offset > trace[^1].At)
        {
            placed.Fields.ErrorAt(
                "offset",
                $"{GoDuration.Format(draft.Offset)} is after the last row of the file, which is at {GoDuration.Format(trace[^1].At)}");
        }
        return RateTrace.Cut(trace, draft.Offset, duration, draft.Scale);
    }
}
