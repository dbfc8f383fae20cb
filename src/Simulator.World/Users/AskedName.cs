using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>Which of a federated service's names people outside its clusters ask for.</summary>
internal static class AskedName
{
    public static string Of(UserSpec users, UserSetting setting)
    {
        var name = setting.Zone.NameOf(users.Service);
        return users.Asks switch
        {
            NameLevel.Global => name.Global,
            NameLevel.Region => name.InRegion(users.Region),
            _ => setting.Zone.Records.Find(name.InRegion(users.Region)) is null ? name.Global : name.InRegion(users.Region),
        };
    }
}
