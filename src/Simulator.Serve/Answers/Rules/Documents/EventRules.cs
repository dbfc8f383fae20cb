using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Events (pkg/api/validation/events.go).</summary>
internal static class EventRules
{
    private static readonly FieldPath Involved = FieldPath.Root("involvedObject").Child("namespace");

    public static void Check(JudgedDocument @event, FieldErrors errors)
    {
        var involved = @event.Json["involvedObject"];
        var (home, theirs) = (@event.Json["metadata"].Text("namespace"), involved.Text("namespace"));
        var isOfCluster = involved.Text("kind") is "Node" or "PersistentVolume";
        if (isOfCluster && home is not ("default" or "")) errors.Invalid(Involved, theirs, "not allowed for node");
        if (!isOfCluster && home != theirs) errors.Invalid(Involved, theirs, "does not match involvedObject");
        errors.InvalidEach(FieldPath.Root("namespace"), home, TextRules.Dns1123Subdomain(home));
    }
}
