namespace Simulator.Reports.Measures.Catalog;

/// <summary>Which way of a measure is better.</summary>
public enum Better
{
    /// <summary>It is a fact: another value is another run, neither better nor worse.</summary>
    Neither,
    Lower,
    Higher,
}
