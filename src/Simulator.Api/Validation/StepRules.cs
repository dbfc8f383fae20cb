using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>Counts that are given as numbers or as shares (ValidatePositiveIntOrPercent in pkg/apis/extensions/validation).</summary>
internal static class StepRules
{
    /// <param name="isText">It was written as a text: then only a share will do.</param>
    public static void Check(string step, bool isText, FieldPath path, FieldErrors errors)
    {
        if (isText && !TextRules.IsPercent(step)) errors.Invalid(path, step, "must be an integer or percentage (e.g '5%')");
        else if (!isText && step.StartsWith('-')) errors.InvalidJson(path, step, "must be greater than or equal to 0");
    }

    /// <summary>Where nobody has kept how it was written: what looks like a number is one.</summary>
    public static void CheckByLooks(string? step, FieldPath path, FieldErrors errors)
    {
        if (step is null) return;
        Check(step, !int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), path, errors);
    }

    /// <summary>No share above the whole (IsNotMoreThan100Percent).</summary>
    public static void AtMostAll(string? step, FieldPath path, FieldErrors errors)
    {
        if (step is null || !TextRules.IsPercent(step)) return;
        if (!int.TryParse(step.AsSpan(0, step.Length - 1), CultureInfo.InvariantCulture, out var share) || share > 100)
            errors.Invalid(path, step, "must not be greater than 100%");
    }
}
