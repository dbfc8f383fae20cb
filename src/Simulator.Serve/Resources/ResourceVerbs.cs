namespace Simulator.Serve.Resources;

/// <summary>What can be asked of a resource.</summary>
[Flags]
public enum ResourceVerbs
{
    None = 0,
    Get = 1,
    List = 2,
    Watch = 4,
    Create = 8,
    Update = 16,
    Patch = 32,
    Delete = 64,
    DeleteCollection = 128,
    Usual = Get | List | Watch | Create | Update | Patch | Delete | DeleteCollection,
}
