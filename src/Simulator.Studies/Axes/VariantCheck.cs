using Simulator.Api.Documents;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Studies.Axes;

/// <summary>
/// Reads every variant before any of them runs: a study of hours does not end at a value that its last axis may not have.
/// </summary>
public static class VariantCheck
{
    /// <summary>Each error once, with the first variant that has it, in the order of the variants.</summary>
    /// <param name="common">Changed in every variant.</param>
    public static IReadOnlyList<VariantError> Errors(ScenarioSource source, IReadOnlyList<Setting> common, IReadOnlyList<Axis> axes)
    {
        var variants = Axis.Product(axes).ToList();
        var found = new IReadOnlyList<Diagnostic>[variants.Count];
        Parallel.For(0, variants.Count, i => found[i] = source.Read([.. common, .. variants[i]]).Diagnostics.Errors);
        return [.. variants.Zip(found)
            .SelectMany(pair => pair.Second.Select(error => new VariantError(pair.First, error)))
            .DistinctBy(error => error.Diagnostic)];
    }
}

/// <param name="Variant">Without what is changed in every variant.</param>
public sealed record VariantError(IReadOnlyList<Setting> Variant, Diagnostic Diagnostic)
{
    /// <summary>What of the variant the error is about; null: it is about a place in a file.</summary>
    public Setting? About => Variant.FirstOrDefault(setting => Diagnostic.File == $"--set {setting}");

    /// <summary>The error, and with which values it comes if it does not say so itself.</summary>
    public override string ToString() =>
        About is null && Variant.Count > 0 ? $"{Diagnostic} (with {string.Join(", ", Variant)})" : Diagnostic.ToString();
}
