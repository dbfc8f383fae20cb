using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Studies;

/// <summary>Values as pictures tell them.</summary>
public static class UnitText
{
    /// <summary><c>1.81 s</c>, <c>0:11:41</c>, <c>99.987 %</c>, <c>$12.30</c>, <c>20,010</c>.</summary>
    /// <param name="unit">As the catalogue of measures has it.</param>
    public static string Of(double value, string unit) => unit switch
    {
        "s" => HumanTime.Short(value),
        "share" => HumanNumber.Percent(value),
        "dollars" => HumanNumber.Dollars(value),
        _ => HumanNumber.Plain(value),
    };
}
