using System.Globalization;
using System.Text.Json;
using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.LeaderElection;

/// <summary>Who leads, as it stands in an annotation of an Endpoints object in kube-system (LeaderElectionRecord of 1.3.10).</summary>
/// <param name="AcquiredAt">Seconds since the start of the run.</param>
/// <param name="RenewedAt">Seconds since the start of the run.</param>
public sealed record LeaderRecord(string Holder, long LeaseSeconds, long AcquiredAt, long RenewedAt, int Transitions)
{
    public const string Annotation = "control-plane.alpha.kubernetes.io/leader";

    /// <summary>The record that an object carries; null if it carries none.</summary>
    public static LeaderRecord? Of(ApiObject value)
    {
        if (!value.Metadata.Annotations.TryGetValue(Annotation, out var text)) return null;
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new LeaderRecord(
            root.GetProperty("holderIdentity").GetString()!,
            root.GetProperty("leaseDurationSeconds").GetInt64(),
            root.GetProperty("acquireTime").GetInt64(),
            root.GetProperty("renewTime").GetInt64(),
            root.GetProperty("leaderTransitions").GetInt32());
    }

    public Endpoints WrittenTo(Endpoints value) =>
        value with { Metadata = value.Metadata with { Annotations = value.Metadata.Annotations.With(Annotation, ToJson()) } };

    private string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"holderIdentity":"{{Holder}}","leaseDurationSeconds":{{LeaseSeconds}}"""
            + $$""","acquireTime":{{AcquiredAt}},"renewTime":{{RenewedAt}},"leaderTransitions":{{Transitions}}}""");
}
