using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>
/// How the members of a group agree: who lacks what, when writes go on, and what is lost with a copy. One a <see cref="StateKind"/>.
/// </summary>
internal interface IAgreement
{
    /// <summary>"Writable", or why not.</summary>
    string State { get; }

    /// <summary>Share of the writes that are refused.</summary>
    double RefusedShare { get; }

    /// <summary>Share of all writes that each copy takes.</summary>
    double WriteShare => 1;

    /// <summary>Pod of the primary; "" if there is none.</summary>
    string Primary => "";

    Lack LackOf(StateMember member);

    /// <summary>A member is in sync (1), or no longer (-1).</summary>
    void Count(StateMember member, int change);

    /// <summary>Some copies with data were destroyed in this moment.</summary>
    void Lose(IReadOnlyList<DataCopy> destroyed);

    /// <summary>Decides whether writes go on. True if that changed what members lack.</summary>
    bool Agree();

    /// <summary>Another number of members is wanted.</summary>
    void Resize()
    {
    }

    /// <summary>No data is left: what comes begins anew.</summary>
    void BeginAnew()
    {
    }
}
