using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;

namespace Simulator.Studies.Risk;

/// <summary>What troubles of one class cost a service.</summary>
/// <param name="Runs">Of which this is known.</param>
/// <param name="Unhealed">Of these, the ones that were given up: they cost more than is counted.</param>
/// <param name="Each">Seconds of total loss that one costs, on average.</param>
/// <param name="Parts">Of these, by part of the recovery.</param>
public sealed record ClassRisk(TroubleClass Class, int Runs, int Unhealed, Mean Each, PartTimes Parts)
{
    /// <summary>Seconds a year.</summary>
    public Mean Yearly => Each * Class.PerYear;
}

/// <summary>What a service loses in a year, and to what.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Kind">What counts as lost.</param>
/// <param name="Classes">What costs most comes first.</param>
public sealed record ServiceRisk(string Service, LossKind Kind, IReadOnlyList<ClassRisk> Classes)
{
    public static readonly double Year = TroubleClass.Year.TotalSeconds;

    /// <summary>Share that is lost if nothing happens.</summary>
    public required double Usual { get; init; }

    /// <summary>Seconds a year that overlapping troubles cost beyond what each would cost alone; may be negative.</summary>
    public required Mean Overlaps { get; init; }

    /// <summary>Seconds of total loss in a year, on average.</summary>
    public Mean Lost => Classes.Select(all => all.Yearly).Append(Overlaps).Aggregate((sum, next) => sum + next)
        + Mean.Exactly(Usual * Year);

    /// <summary>Share of the year, or of the requests of a year.</summary>
    public double Availability => 1 - (Lost.Value / Year);

    /// <summary>Half the width of its interval with a confidence of 95 %.</summary>
    public double Half => Lost.Half / Year;

    /// <summary>
    /// Where no run lost anything: what it loses at most with a confidence of 95 %, in seconds a year, if each trouble that might cost
    /// something costs all of its window (3 of n runs might: the rule of three). Null: something was lost.
    /// </summary>
    public double? AtMost { get; init; }

    public required YearSpread Years { get; init; }

    /// <summary>Seconds a year more than the scenario as it is, by the same troubles; null: it is the scenario as it is.</summary>
    public Mean? Difference { get; init; }
}

/// <summary>What a variant comes to.</summary>
/// <param name="Services">In order of name.</param>
public sealed record VariantRisk(RiskVariant Variant, IReadOnlyList<ServiceRisk> Services)
{
    /// <summary>The service that loses most; null: none can lose anything.</summary>
    public ServiceRisk? Worst =>
        Services.OrderByDescending(service => service.Lost.Value).ThenBy(service => service.Service, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Troubles a year.</summary>
    public double PerYear => Variant.Classes.Sum(all => all.PerYear);
}

/// <summary>What a study comes to.</summary>
/// <param name="Variants">The scenario as it is, then those that are compared with it.</param>
/// <param name="UnderWay">Troubles whose consequences are not over, on average over the year.</param>
/// <param name="Triples">Times a year that three are under way together, which nobody has looked at.</param>
public sealed record RiskResult(RiskPlan Plan, IReadOnlyList<VariantRisk> Variants, int Runs, int Pairs, double UnderWay, double Triples);
