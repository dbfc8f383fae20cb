using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// metadata.ownerReferences (ValidateOwnerReferences in pkg/api/validation/validation.go of 1.3.10): all errors stand at the list.
/// </summary>
internal static class OwnerReferenceRules
{
    private static readonly FieldPath Path = FieldPath.Metadata.Child("ownerReferences");

    public static void Check(IReadOnlyList<OwnerReference> owners, FieldErrors errors)
    {
        var controller = "";
        foreach (var owner in owners)
        {
            CheckOne(owner, errors);
            if (!owner.IsController) continue;
            if (controller.Length == 0) controller = owner.Name;
            else
            {
                errors.InvalidJson(
                    Path, JsonText.List(owners.Select(JsonOf)),
                    $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {owner.Name}");
            }
        }
    }

    private static void CheckOne(OwnerReference owner, FieldErrors errors)
    {
        if (owner.ApiVersion.EndsWith('/') || owner.ApiVersion.Length == 0)
            errors.Invalid(Path.Child("apiVersion"), owner.ApiVersion, "version must not be empty");
        if (owner.Kind.Length == 0) errors.Invalid(Path.Child("kind"), "", "kind must not be empty");
        if (owner.Name.Length == 0) errors.Invalid(Path.Child("name"), "", "name must not be empty");
        if (owner.Uid.Length == 0) errors.Invalid(Path.Child("uid"), "", "uid must not be empty");
        if (owner is { ApiVersion: "v1", Kind: "Event" })
            errors.InvalidJson(Path, JsonOf(owner), "/v1, Kind=Event is disallowed from being an owner");
    }

    private static string JsonOf(OwnerReference owner) => JsonText.Map(
        ("apiVersion", JsonText.Of(owner.ApiVersion)),
        ("kind", JsonText.Of(owner.Kind)),
        ("name", JsonText.Of(owner.Name)),
        ("uid", JsonText.Of(owner.Uid)),
        ("controller", owner.IsController ? JsonText.Of(true) : ""));
}
