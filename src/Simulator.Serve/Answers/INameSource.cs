namespace Simulator.Serve.Answers;

/// <summary>What the API server makes up: the simulated world draws it from its streams, so that a run can be repeated.</summary>
public interface INameSource
{
    /// <summary>A uid as 1.3.10 makes them: 8-4-4-4-12 hexadecimal digits.</summary>
    string NextUid();

    /// <summary>Five of <c>[a-z0-9]</c>, which follow a generateName.</summary>
    string NextSuffix();

    /// <summary>A number from 0 to below <paramref name="count"/>: of service addresses and node ports.</summary>
    int NextChoice(int count);
}
