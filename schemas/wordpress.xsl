<?xml version="1.0" encoding="UTF-8"?>
<!-- wordpress.xsl - a document of pages as WXR 1.2, which WordPress imports: pages with their
     parents, dates and bodies, and menus.

       sitescrape -d site/ > pages.xml
       sitenav site/ > menus.xml
       xsltproc -stringparam menus menus.xml wordpress.xsl pages.xml > wordpress.xml

     Parameters: menus, the file of what sitenav printed, relative to the document or from the
     root (none: no menus); author, a login name of the new site. A page's parent is the one before
     it in its breadcrumb, else the one whose address its own continues. Pages are numbered from
     1, menu entries after them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    xmlns:p="urn:siteglean:page:1" xmlns:n="urn:siteglean:nav:1"
    xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="p n exsl">

<xsl:import href="dates.xsl"/>
<xsl:import href="html.xsl"/>
<xsl:import href="parents.xsl"/>
<xsl:output method="xml" encoding="UTF-8" indent="yes"
    cdata-section-elements="title content:encoded excerpt:encoded wp:meta_value"/>
<xsl:param name="menus"/>
<xsl:param name="author" select="'admin'"/>

<xsl:variable name="n_pages" select="count(//p:page)"/>

<!-- The numbers of pages by their paths; counting those before each would take too long. -->
<xsl:variable name="numbers-fragment">
  <xsl:for-each select="//p:page">
    <number path="{@path}"><xsl:value-of select="position()"/></number>
  </xsl:for-each>
</xsl:variable>
<xsl:variable name="numbers" select="exsl:node-set($numbers-fragment)"/>
<xsl:key name="number" match="number" use="@path"/>

<xsl:template name="number">
  <xsl:param name="path"/>
  <xsl:for-each select="$numbers">
    <xsl:value-of select="key('number', $path)[1]"/>
  </xsl:for-each>
</xsl:template>

<xsl:template match="/">
  <xsl:variable name="url" select="//p:page/@url[1]"/>
  <xsl:variable name="site"
      select="concat(substring-before($url, '//'), '//', substring-before(concat(substring-after($url, '//'), '/'), '/'))"/>
  <rss version="2.0">
    <channel>
      <title><xsl:value-of select="//p:fact[@name = 'site'][1]/@value"/></title>
      <link><xsl:value-of select="$site"/></link>
      <description/>
      <language><xsl:value-of select="//p:page/@lang[1]"/></language>
      <wp:wxr_version>1.2</wp:wxr_version>
      <wp:base_site_url><xsl:value-of select="$site"/></wp:base_site_url>
      <wp:base_blog_url><xsl:value-of select="$site"/></wp:base_blog_url>
      <wp:author>
        <wp:author_id>1</wp:author_id>
        <wp:author_login><xsl:value-of select="$author"/></wp:author_login>
        <wp:author_email/>
        <wp:author_display_name><xsl:value-of select="$author"/></wp:author_display_name>
        <wp:author_first_name/>
        <wp:author_last_name/>
      </wp:author>
      <xsl:if test="$menus != ''">
        <xsl:apply-templates select="document($menus, /)//n:site/n:nav" mode="term"/>
      </xsl:if>
      <xsl:apply-templates select="//p:page"/>
      <xsl:if test="$menus != ''">
        <xsl:apply-templates select="document($menus, /)//n:site//n:item"/>
      </xsl:if>
    </channel>
  </rss>
</xsl:template>

<!-- The last part of a path that is not empty, without its extension. -->
<xsl:template name="slug">
  <xsl:param name="path"/>
  <xsl:choose>
    <xsl:when test="$path != '/' and substring($path, string-length($path)) = '/'">
      <xsl:call-template name="slug">
        <xsl:with-param name="path" select="substring($path, 1, string-length($path) - 1)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="contains($path, '/')">
      <xsl:call-template name="slug">
        <xsl:with-param name="path" select="substring-after($path, '/')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="contains($path, '.')">
      <xsl:value-of select="substring-before($path, '.')"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$path"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="p:page">
  <xsl:variable name="title" select="(p:fact[@name = 'title']/@value | @title)[last()]"/>
  <xsl:variable name="published" select="p:fact[@name = 'published'][1]/@value"/>
  <xsl:variable name="modified" select="p:fact[@name = 'modified'][1]/@value"/>
  <xsl:variable name="date" select="($published | $modified[not($published)])[1]"/>
  <xsl:variable name="parent"><xsl:apply-templates select="." mode="parent"/></xsl:variable>
  <item>
    <title><xsl:value-of select="$title"/></title>
    <link><xsl:value-of select="@url"/></link>
    <pubDate/>
    <dc:creator><xsl:value-of select="$author"/></dc:creator>
    <guid isPermaLink="false"><xsl:value-of select="@path"/></guid>
    <description/>
    <content:encoded><xsl:apply-templates select="." mode="html"/></content:encoded>
    <excerpt:encoded><xsl:value-of select="p:fact[@name = 'description'][1]/@value"/></excerpt:encoded>
    <wp:post_id>
      <xsl:call-template name="number"><xsl:with-param name="path" select="@path"/></xsl:call-template>
    </wp:post_id>
    <wp:post_date>
      <xsl:call-template name="moment"><xsl:with-param name="date" select="$date"/></xsl:call-template>
    </wp:post_date>
    <wp:post_date_gmt>
      <xsl:if test="contains($date, 'Z') or contains($date, '+00:00')">
        <xsl:call-template name="moment"><xsl:with-param name="date" select="$date"/></xsl:call-template>
      </xsl:if>
    </wp:post_date_gmt>
    <wp:post_modified>
      <xsl:call-template name="moment"><xsl:with-param name="date" select="$modified"/></xsl:call-template>
    </wp:post_modified>
    <wp:comment_status>closed</wp:comment_status>
    <wp:ping_status>closed</wp:ping_status>
    <wp:post_name>
      <xsl:call-template name="slug">
        <xsl:with-param name="path"
            select="substring-after(substring-after(substring-before(concat(@url, '?'), '?'), '//'), '/')"/>
      </xsl:call-template>
    </wp:post_name>
    <wp:status>publish</wp:status>
    <wp:post_parent>
      <xsl:choose>
        <xsl:when test="$parent != ''">
          <xsl:call-template name="number">
            <xsl:with-param name="path" select="string($parent)"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </wp:post_parent>
    <wp:menu_order>0</wp:menu_order>
    <wp:post_type>page</wp:post_type>
    <wp:post_password/>
    <wp:is_sticky>0</wp:is_sticky>
    <xsl:if test="@lang">
      <category domain="language" nicename="{@lang}"><xsl:value-of select="@lang"/></category>
    </xsl:if>
  </item>
</xsl:template>

<!-- A menu's name in addresses: menus of several sites and languages have one each. -->
<xsl:template match="n:nav" mode="slug">
  <xsl:value-of select="@id"/>
  <xsl:if test="../@lang"><xsl:value-of select="concat('-', ../@lang)"/></xsl:if>
</xsl:template>

<xsl:template match="n:nav" mode="name">
  <xsl:value-of select="@label"/>
  <xsl:if test="not(@label)"><xsl:value-of select="@kind"/></xsl:if>
  <xsl:if test="../@lang"><xsl:value-of select="concat(' (', ../@lang, ')')"/></xsl:if>
</xsl:template>

<xsl:template match="n:nav" mode="term">
  <wp:term>
    <wp:term_id><xsl:value-of select="position()"/></wp:term_id>
    <wp:term_taxonomy>nav_menu</wp:term_taxonomy>
    <wp:term_slug><xsl:apply-templates select="." mode="slug"/></wp:term_slug>
    <wp:term_parent/>
    <wp:term_name><xsl:apply-templates select="." mode="name"/></wp:term_name>
  </wp:term>
</xsl:template>

<xsl:template name="meta">
  <xsl:param name="key"/>
  <xsl:param name="value"/>
  <wp:postmeta>
    <wp:meta_key><xsl:value-of select="$key"/></wp:meta_key>
    <wp:meta_value><xsl:value-of select="$value"/></wp:meta_value>
  </wp:postmeta>
</xsl:template>

<!-- The number of a menu entry. -->
<xsl:template match="n:item" mode="number">
  <xsl:value-of select="$n_pages + 1 + count(ancestor::n:item | preceding::n:item)"/>
</xsl:template>

<xsl:template match="n:item">
  <xsl:variable name="id"><xsl:apply-templates select="." mode="number"/></xsl:variable>
  <xsl:variable name="above">
    <xsl:apply-templates select="parent::n:item" mode="number"/>
    <xsl:if test="not(parent::n:item)">0</xsl:if>
  </xsl:variable>
  <xsl:variable name="page">
    <xsl:call-template name="number">
      <xsl:with-param name="path" select="string(@target)"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="slug"><xsl:apply-templates select="ancestor::n:nav" mode="slug"/></xsl:variable>
  <item>
    <title><xsl:value-of select="@label"/></title>
    <link/>
    <pubDate/>
    <dc:creator><xsl:value-of select="$author"/></dc:creator>
    <guid isPermaLink="false"><xsl:value-of select="concat('menu-', $id)"/></guid>
    <description/>
    <content:encoded/>
    <excerpt:encoded/>
    <wp:post_id><xsl:value-of select="$id"/></wp:post_id>
    <wp:post_date/>
    <wp:post_date_gmt/>
    <wp:comment_status>closed</wp:comment_status>
    <wp:ping_status>closed</wp:ping_status>
    <wp:post_name><xsl:value-of select="concat('menu-', $id)"/></wp:post_name>
    <wp:status>publish</wp:status>
    <wp:post_parent>0</wp:post_parent>
    <wp:menu_order><xsl:value-of select="position()"/></wp:menu_order>
    <wp:post_type>nav_menu_item</wp:post_type>
    <wp:post_password/>
    <wp:is_sticky>0</wp:is_sticky>
    <category domain="nav_menu" nicename="{$slug}"><xsl:apply-templates select="ancestor::n:nav" mode="name"/></category>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_type'"/>
      <xsl:with-param name="value">
        <xsl:choose>
          <xsl:when test="$page != ''">post_type</xsl:when>
          <xsl:otherwise>custom</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_menu_item_parent'"/>
      <xsl:with-param name="value" select="$above"/>
    </xsl:call-template>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_object_id'"/>
      <xsl:with-param name="value">
        <xsl:value-of select="$page"/>
        <xsl:if test="$page = ''"><xsl:value-of select="$id"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_object'"/>
      <xsl:with-param name="value">
        <xsl:choose>
          <xsl:when test="$page != ''">page</xsl:when>
          <xsl:otherwise>custom</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_classes'"/>
      <xsl:with-param name="value" select="'a:0:{}'"/>
    </xsl:call-template>
    <xsl:call-template name="meta">
      <xsl:with-param name="key" select="'_menu_item_url'"/>
      <xsl:with-param name="value">
        <xsl:if test="$page = ''">
          <xsl:value-of select="@href"/>
          <xsl:if test="not(@href)">#</xsl:if>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </item>
</xsl:template>

</xsl:stylesheet>
