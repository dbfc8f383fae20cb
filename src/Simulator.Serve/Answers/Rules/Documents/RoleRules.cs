using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Roles and their bindings (pkg/apis/rbac/validation/validation.go).</summary>
internal static class RoleRules
{
    private static readonly FieldPath Reference = FieldPath.Root("roleRef");

    public static void Check(JudgedDocument role, FieldErrors errors) => role.CheckMeta(TextRules.PathSegment, errors);

    public static void CheckUpdate(JudgedDocument role, JsonObject stored, FieldErrors errors)
    {
        Check(role, errors);
        role.CheckMetaUpdate(errors);
    }

    public static void CheckBinding(JudgedDocument binding, FieldErrors errors)
    {
        Check(binding, errors);
        CheckReference(binding.Json["roleRef"], errors);
        var subjects = binding.Json["subjects"].Objects().ToList();
        for (var i = 0; i < subjects.Count; i++)
            CheckSubject(subjects[i], binding.Plain.IsNamespaced, FieldPath.Root("subjects").Index(i), errors);
    }

    public static void CheckBindingUpdate(JudgedDocument binding, JsonObject stored, FieldErrors errors)
    {
        CheckBinding(binding, errors);
        binding.CheckMetaUpdate(errors);
        var (now, had) = (binding.Json["roleRef"], stored["roleRef"]);
        if (!JsonNode.DeepEquals(now, had)) errors.InvalidJson(Reference, now?.ToJsonString() ?? "{}", "cannot change roleRef");
    }

    private static void CheckReference(JsonNode? reference, FieldErrors errors)
    {
        var (home, name) = (reference.Text("namespace"), reference.Text("name"));
        if (home.Length > 0) errors.InvalidEach(Reference.Child("namespace"), home, TextRules.Dns1123Label(home));
        if (name.Length == 0) errors.Required(Reference.Child("name"));
        else errors.InvalidEach(Reference.Child("name"), name, TextRules.PathSegment(name));
    }

    private static void CheckSubject(JsonObject subject, bool isNamespaced, FieldPath path, FieldErrors errors)
    {
        var (kind, name) = (subject.Text("kind"), subject.Text("name"));
        if (name.Length == 0) errors.Required(path.Child("name"));
        switch (kind)
        {
            case "ServiceAccount":
                if (name.Length > 0) errors.InvalidEach(path.Child("name"), name, TextRules.Dns1123Subdomain(name));
                if (!isNamespaced && subject.Text("namespace").Length == 0) errors.Required(path.Child("namespace"));
                break;
            case "User" or "Group":
                if (name.Length == 0) errors.Invalid(path.Child("name"), name, $"{kind.ToLowerInvariant()} name cannot be empty");
                break;
            default:
                errors.Unsupported(path.Child("kind"), kind, "ServiceAccount", "User", "Group");
                break;
        }
    }
}
