using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Disruption budgets (pkg/apis/policy/validation/validation.go).</summary>
internal static class BudgetRules
{
    public static void Check(JudgedDocument budget, FieldErrors errors)
    {
        CheckLeast(budget.Spec?["minAvailable"], FieldPath.Spec.Child("minAvailable"), errors);
        SelectorRules.Check(Selectors.Read(budget.Spec?["selector"]), FieldPath.Spec.Child("selector"), errors);
    }

    public static void CheckUpdate(JudgedDocument budget, JsonObject stored, FieldErrors errors)
    {
        Check(budget, errors);

        // Quirk: labels and annotations count as well.
        if (!JsonNode.DeepEquals(Compared(budget.Json), Compared(stored)))
            errors.Forbidden(FieldPath.Spec, "updates to poddisruptionbudget spec are forbidden.");
    }

    private static void CheckLeast(JsonNode? least, FieldPath path, FieldErrors errors)
    {
        var text = least.AsText();
        StepRules.Check(text ?? $"{least.AsNumber() ?? 0}", text is not null, path, errors);
        if (text is not null && TextRules.IsPercent(text) && !IsShare(text)) errors.Invalid(path, text, "must not be greater than 100%");
    }

    private static bool IsShare(string percent) =>
        !long.TryParse(percent.AsSpan(0, percent.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value <= 100;

    private static JsonObject Compared(JsonObject document)
    {
        var copy = document.Copy();
        foreach (var key in (string[])["kind", "apiVersion"]) copy.Remove(key);
        foreach (var key in (string[])["generation", "resourceVersion", "selfLink"]) copy.Child("metadata").Remove(key);
        return copy;
    }
}
